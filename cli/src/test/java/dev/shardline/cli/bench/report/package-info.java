@NullMarked
package dev.shardline.cli.bench.report;

import org.jspecify.annotations.NullMarked;
