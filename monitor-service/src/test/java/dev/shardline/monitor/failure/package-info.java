@NullMarked
package dev.shardline.monitor.failure;

import org.jspecify.annotations.NullMarked;
