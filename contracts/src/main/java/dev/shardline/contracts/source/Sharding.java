package dev.shardline.contracts.source;

import dev.shardline.contracts.shard.Output;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a body becomes shards: one for each row.
 *
 * @param format how the rows are written
 * @param field the field of a row that holds the shard's number
 * @param pointer where a JSON body has its array of rows; the root for every other format
 * @param maxBadRows the largest share of rows without a usable number, 0 to 1; null: as the service
 *     is configured
 * @param transform the transformation of every shard
 * @param output the output of every shard
 * @param timeLimit the time limit of every shard; null: as long as the worker allows
 */
public record Sharding(
    BodyFormat format,
    String field,
    RowPointer pointer,
    @Nullable Double maxBadRows,
    String transform,
    Output output,
    @Nullable Duration timeLimit) {

  /** Rows of the body itself, of which as many may be bad as the service says. */
  public Sharding(
      BodyFormat format,
      String field,
      String transform,
      Output output,
      @Nullable Duration timeLimit) {
    this(format, field, RowPointer.ROOT, null, transform, output, timeLimit);
  }

  /** Rows whose shards may be computed as long as the worker allows. */
  public Sharding(BodyFormat format, String field, String transform, Output output) {
    this(format, field, transform, output, null);
  }
}
