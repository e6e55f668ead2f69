@NullMarked
package dev.shardline.cli.bench.peer;

import org.jspecify.annotations.NullMarked;
