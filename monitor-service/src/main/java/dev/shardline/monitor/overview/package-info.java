/** All of it at a time, as the page and scripts get it. */
@NullMarked
package dev.shardline.monitor.overview;

import org.jspecify.annotations.NullMarked;
