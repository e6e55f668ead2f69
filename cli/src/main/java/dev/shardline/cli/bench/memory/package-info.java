/** How much memory processes hold, idle and at work. */
@NullMarked
package dev.shardline.cli.bench.memory;

import org.jspecify.annotations.NullMarked;
