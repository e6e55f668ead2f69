/** The command line's local stack, as the processes that a person starts and stops. */
@NullMarked
package dev.shardline.systemtests.stack;

import org.jspecify.annotations.NullMarked;
