@NullMarked
package dev.shardline.cli.bench.startup;

import org.jspecify.annotations.NullMarked;
