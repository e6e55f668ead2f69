/** What can be set, and in which ranges. */
@NullMarked
package dev.shardline.monitor.settings;

import org.jspecify.annotations.NullMarked;
