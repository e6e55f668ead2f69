/** How far jobs are, by their answers. */
@NullMarked
package dev.shardline.monitor.job;

import org.jspecify.annotations.NullMarked;
