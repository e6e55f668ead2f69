@NullMarked
package dev.shardline.lag;

import org.jspecify.annotations.NullMarked;
