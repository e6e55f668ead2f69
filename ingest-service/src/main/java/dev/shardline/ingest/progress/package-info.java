/** How far fetches are, for whoever watches. */
@NullMarked
package dev.shardline.ingest.progress;

import org.jspecify.annotations.NullMarked;
