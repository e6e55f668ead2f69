@NullMarked
package dev.shardline.cli.bench.makespan;

import org.jspecify.annotations.NullMarked;
