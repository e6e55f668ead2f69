@NullMarked
package dev.shardline.monitor.job;

import org.jspecify.annotations.NullMarked;
