/** Shards that are computed in parts. */
@NullMarked
package dev.shardline.contracts.part;

import org.jspecify.annotations.NullMarked;
