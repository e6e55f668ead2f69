@NullMarked
package dev.shardline.cli.bench.parts;

import org.jspecify.annotations.NullMarked;
