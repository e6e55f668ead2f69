@NullMarked
package dev.shardline.transform.requeue;

import org.jspecify.annotations.NullMarked;
