@NullMarked
package dev.shardline.worker.metrics;

import org.jspecify.annotations.NullMarked;
