/** What workers say they are at. */
@NullMarked
package dev.shardline.monitor.worker;

import org.jspecify.annotations.NullMarked;
