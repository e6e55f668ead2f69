@NullMarked
package dev.shardline.cli.bench.processes;

import org.jspecify.annotations.NullMarked;
