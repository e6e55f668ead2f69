/** What this worker is at, for whoever watches. */
@NullMarked
package dev.shardline.ingest.status;

import org.jspecify.annotations.NullMarked;
