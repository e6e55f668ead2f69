/** Records that were put on their topic once more. */
@NullMarked
package dev.shardline.contracts.requeue;

import org.jspecify.annotations.NullMarked;
