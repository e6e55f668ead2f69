@NullMarked
package dev.shardline.cli.bench.shardtime;

import org.jspecify.annotations.NullMarked;
