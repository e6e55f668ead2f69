/** Processes that tests start. */
@NullMarked
package dev.shardline.process;

import org.jspecify.annotations.NullMarked;
