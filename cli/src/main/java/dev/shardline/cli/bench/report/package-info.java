/** What a benchmark measured, as a table, as JSON and as a chart. */
@NullMarked
package dev.shardline.cli.bench.report;

import org.jspecify.annotations.NullMarked;
