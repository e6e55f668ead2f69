@NullMarked
package dev.shardline.transform.metrics;

import org.jspecify.annotations.NullMarked;
