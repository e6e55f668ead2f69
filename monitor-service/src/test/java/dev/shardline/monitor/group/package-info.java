@NullMarked
package dev.shardline.monitor.group;

import org.jspecify.annotations.NullMarked;
