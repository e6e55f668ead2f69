/** How a worker is told to stop. */
@NullMarked
package dev.shardline.worker.stop;

import org.jspecify.annotations.NullMarked;
