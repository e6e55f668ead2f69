/** Keeping bodies as they came. */
@NullMarked
package dev.shardline.ingest.raw;

import org.jspecify.annotations.NullMarked;
