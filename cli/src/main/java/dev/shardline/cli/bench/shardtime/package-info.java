/** Where the time of a shard goes: waiting, computing, publishing. */
@NullMarked
package dev.shardline.cli.bench.shardtime;

import org.jspecify.annotations.NullMarked;
