/** How many tiny shards one transform service computes, against a raw loop of kafka-clients. */
@NullMarked
package dev.shardline.cli.bench.throughput;

import org.jspecify.annotations.NullMarked;
