/** Whether a request that failed is tried again, and when. */
@NullMarked
package dev.shardline.ingest.retry;

import org.jspecify.annotations.NullMarked;
