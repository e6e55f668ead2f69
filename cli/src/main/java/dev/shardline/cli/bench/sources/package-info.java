/** What many slow sources take, against the time in which no worker would ever be idle. */
@NullMarked
package dev.shardline.cli.bench.sources;

import org.jspecify.annotations.NullMarked;
