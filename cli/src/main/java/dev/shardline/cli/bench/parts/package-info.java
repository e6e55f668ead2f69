/** When parts pay: one large input as a whole and in parts that all workers share. */
@NullMarked
package dev.shardline.cli.bench.parts;

import org.jspecify.annotations.NullMarked;
