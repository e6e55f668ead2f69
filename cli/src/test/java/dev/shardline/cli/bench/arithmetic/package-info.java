@NullMarked
package dev.shardline.cli.bench.arithmetic;

import org.jspecify.annotations.NullMarked;
