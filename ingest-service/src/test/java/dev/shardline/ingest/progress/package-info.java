/** Tests of how far fetches are. */
@NullMarked
package dev.shardline.ingest.progress;

import org.jspecify.annotations.NullMarked;
