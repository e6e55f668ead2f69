@NullMarked
package dev.shardline.monitor.settings;

import org.jspecify.annotations.NullMarked;
