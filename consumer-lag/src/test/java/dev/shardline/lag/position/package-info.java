@NullMarked
package dev.shardline.lag.position;

import org.jspecify.annotations.NullMarked;
