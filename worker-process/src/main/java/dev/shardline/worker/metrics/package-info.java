/** What keeps the metrics of a worker few and alike. */
@NullMarked
package dev.shardline.worker.metrics;

import org.jspecify.annotations.NullMarked;
