@NullMarked
package dev.shardline.monitor;

import org.jspecify.annotations.NullMarked;
