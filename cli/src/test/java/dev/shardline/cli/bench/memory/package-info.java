@NullMarked
package dev.shardline.cli.bench.memory;

import org.jspecify.annotations.NullMarked;
