@NullMarked
package dev.shardline.lag.cluster;

import org.jspecify.annotations.NullMarked;
