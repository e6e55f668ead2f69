/**
 * The CPU-bound half. A shard is taken from the queue ({@code shard}), computed ({@code
 * computation}, with the arithmetic in {@code factorial} and {@code integer}), and answered ({@code
 * result}). This package itself holds what a team implements to bring its own CPU work.
 */
@NullMarked
package dev.shardline.transform;

import org.jspecify.annotations.NullMarked;
