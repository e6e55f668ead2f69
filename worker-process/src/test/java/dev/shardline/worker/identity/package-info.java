@NullMarked
package dev.shardline.worker.identity;

import org.jspecify.annotations.NullMarked;
