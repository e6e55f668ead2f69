/** The lag of groups over time. */
@NullMarked
package dev.shardline.monitor.group;

import org.jspecify.annotations.NullMarked;
