/** What failed, and what is dead. */
@NullMarked
package dev.shardline.monitor.failure;

import org.jspecify.annotations.NullMarked;
