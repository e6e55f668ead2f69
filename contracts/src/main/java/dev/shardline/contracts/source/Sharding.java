package dev.shardline.contracts.source;

import dev.shardline.contracts.shard.Output;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a body becomes shards: one for each row.
 *
 * @param format how the rows are written
 * @param field the field of a row that holds the shard's number
 * @param transform the transformation of every shard
 * @param output the output of every shard
 * @param timeLimit the time limit of every shard; null: as long as the worker allows
 */
public record Sharding(
    BodyFormat format,
    String field,
    String transform,
    Output output,
    @Nullable Duration timeLimit) {

  /** Rows whose shards may be computed as long as the worker allows. */
  public Sharding(BodyFormat format, String field, String transform, Output output) {
    this(format, field, transform, output, null);
  }
}
