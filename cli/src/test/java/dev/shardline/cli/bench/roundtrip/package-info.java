@NullMarked
package dev.shardline.cli.bench.roundtrip;

import org.jspecify.annotations.NullMarked;
