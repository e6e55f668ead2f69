/** How close long and tiny shards come to using every worker all the time. */
@NullMarked
package dev.shardline.cli.bench.makespan;

import org.jspecify.annotations.NullMarked;
