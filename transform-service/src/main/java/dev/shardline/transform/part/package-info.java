/**
 * Shards in parts: the records of their steps, their partial values, and who answers for them,
 * which objects in the store decide.
 */
@NullMarked
package dev.shardline.transform.part;

import org.jspecify.annotations.NullMarked;
