@NullMarked
package dev.shardline.worker.status;

import org.jspecify.annotations.NullMarked;
