@NullMarked
package dev.shardline.monitor.metrics;

import org.jspecify.annotations.NullMarked;
