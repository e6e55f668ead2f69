@NullMarked
package dev.shardline.worker.access;

import org.jspecify.annotations.NullMarked;
