/** What a worker is at, for whoever watches. */
@NullMarked
package dev.shardline.worker.status;

import org.jspecify.annotations.NullMarked;
