/** What can be configured, and what is allowed there. */
@NullMarked
package dev.shardline.ingest.settings;

import org.jspecify.annotations.NullMarked;
