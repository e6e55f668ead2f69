/** What is counted, and by which names. */
@NullMarked
package dev.shardline.ingest.metrics;

import org.jspecify.annotations.NullMarked;
