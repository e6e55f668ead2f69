/** How long a process takes from its start to its first result. */
@NullMarked
package dev.shardline.cli.bench.startup;

import org.jspecify.annotations.NullMarked;
