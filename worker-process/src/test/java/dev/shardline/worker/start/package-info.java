@NullMarked
package dev.shardline.worker.start;

import org.jspecify.annotations.NullMarked;
