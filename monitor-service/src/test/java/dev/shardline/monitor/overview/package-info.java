@NullMarked
package dev.shardline.monitor.overview;

import org.jspecify.annotations.NullMarked;
