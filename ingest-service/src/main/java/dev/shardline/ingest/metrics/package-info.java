/** What is counted of sources while the service runs. */
@NullMarked
package dev.shardline.ingest.metrics;

import org.jspecify.annotations.NullMarked;
