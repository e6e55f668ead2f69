/** Which failures are tried again, and when. */
@NullMarked
package dev.shardline.ingest.retry;

import org.jspecify.annotations.NullMarked;
