/** What is counted of shards while the service runs. */
@NullMarked
package dev.shardline.transform.metrics;

import org.jspecify.annotations.NullMarked;
