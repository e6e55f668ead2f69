/** Watches groups, workers and jobs; it changes nothing. */
@NullMarked
package dev.shardline.monitor;

import org.jspecify.annotations.NullMarked;
