/** How long a small job takes against one record through a raw loop of kafka-clients. */
@NullMarked
package dev.shardline.cli.bench.roundtrip;

import org.jspecify.annotations.NullMarked;
