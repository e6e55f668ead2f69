/** Records of topics, as they come. */
@NullMarked
package dev.shardline.monitor.feed;

import org.jspecify.annotations.NullMarked;
