/** The defaults, and what is refused. */
@NullMarked
package dev.shardline.ingest.settings;

import org.jspecify.annotations.NullMarked;
