/** Putting records aside that can never succeed. */
@NullMarked
package dev.shardline.ingest.deadletter;

import org.jspecify.annotations.NullMarked;
