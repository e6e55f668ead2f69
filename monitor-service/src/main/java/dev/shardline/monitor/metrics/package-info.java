/** What Prometheus gets. */
@NullMarked
package dev.shardline.monitor.metrics;

import org.jspecify.annotations.NullMarked;
