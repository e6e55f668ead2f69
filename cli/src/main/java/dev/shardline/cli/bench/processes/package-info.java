/** What processes are good for: the same CPU work on one thread, on threads, on processes. */
@NullMarked
package dev.shardline.cli.bench.processes;

import org.jspecify.annotations.NullMarked;
