@NullMarked
package dev.shardline.monitor.worker;

import org.jspecify.annotations.NullMarked;
