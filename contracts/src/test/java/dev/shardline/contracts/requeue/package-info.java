@NullMarked
package dev.shardline.contracts.requeue;

import org.jspecify.annotations.NullMarked;
