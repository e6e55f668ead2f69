@NullMarked
package dev.shardline.worker.stop;

import org.jspecify.annotations.NullMarked;
