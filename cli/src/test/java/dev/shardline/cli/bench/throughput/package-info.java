@NullMarked
package dev.shardline.cli.bench.throughput;

import org.jspecify.annotations.NullMarked;
