/** What bodies become. */
@NullMarked
package dev.shardline.ingest.shard;

import org.jspecify.annotations.NullMarked;
