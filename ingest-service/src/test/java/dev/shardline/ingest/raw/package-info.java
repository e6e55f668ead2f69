/** Keeping bodies. */
@NullMarked
package dev.shardline.ingest.raw;

import org.jspecify.annotations.NullMarked;
