package dev.shardline.contracts.shard;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.json.JsonText;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The JSON of shards. Only {@code number} must be given. */
public final class ShardCodec {

  private static final String TIME_LIMIT = "timeLimitMs";
  private static final String PARTS = "parts";

  private ShardCodec() {}

  /**
   * Writes every field, also those at their default; but no time limit where there is none, and no
   * parts of a whole.
   */
  public static byte[] encode(Shard shard) {
    return JsonText.write(json -> {
      json.writeStringField("jobId", shard.id().job().toString());
      json.writeNumberField("index", shard.id().index());
      json.writeNumberField("count", shard.id().count());
      json.writeNumberField("number", shard.number());
      json.writeStringField("transform", shard.transform());
      json.writeStringField("output", JsonFields.spelling(shard.output()));
      writeTimeLimit(json, shard.timeLimit());
      if (shard.parts() > 1) {
        json.writeNumberField(PARTS, shard.parts());
      }
    });
  }

  /**
   * Reads a shard. A shard without a job id gets one from its position; without an index it is the
   * only shard of its job.
   *
   * @param value the record's value, null where it has none
   * @param position where the record stands
   */
  public static Decoded<ShardId, Shard> decode(byte @Nullable [] value, RecordPosition position) {
    @Nullable ShardId id = null;
    try {
      JsonFields fields = JsonText.read(value);
      // First without the count, so that a shard whose count is wrong fails in its own job.
      id = place(fields, position::derivedJobId);
      id = counted(fields, id);
      return new Decoded.Valid<>(
          new Shard(
              id,
              fields.integer("number", 0, Long.MAX_VALUE),
              transform(fields),
              output(fields),
              timeLimit(fields),
              fields.has(PARTS) ? (int) fields.integer(PARTS, 1, Shard.MAX_PARTS) : 1));
    } catch (InvalidMessageException e) {
      // Derived here and not before: it takes a hash, which few records need.
      return new Decoded.Invalid<>(
          id == null ? ShardId.single(position.derivedJobId()) : id, e.failure());
    }
  }

  /** The transformation that an object names, or the default. */
  public static String transform(JsonFields fields) {
    return fields.has("transform")
        ? fields.name("transform", Shard.MAX_TRANSFORM_LENGTH)
        : Shard.DEFAULT_TRANSFORM;
  }

  /** The output that an object names, or the default. */
  public static Output output(JsonFields fields) {
    return fields.has("output") ? fields.choice("output", Output.class) : Output.SUMMARY;
  }

  /** The time limit that an object gives, null where it gives none. */
  public static @Nullable Duration timeLimit(JsonFields fields) {
    return fields.has(TIME_LIMIT)
        ? Duration.ofMillis(fields.integer(TIME_LIMIT, 1, Shard.MAX_TIME_LIMIT.toMillis()))
        : null;
  }

  /** Writes a time limit, if there is one. */
  public static void writeTimeLimit(JsonGenerator json, @Nullable Duration timeLimit)
      throws IOException {
    if (timeLimit != null) {
      json.writeNumberField(TIME_LIMIT, timeLimit.toMillis());
    }
  }

  /**
   * The place in a job that an object's {@code jobId}, {@code index} and {@code count} give.
   *
   * @param fallback whose job is taken where none is given
   */
  public static ShardId id(JsonFields fields, ShardId fallback) {
    return counted(fields, place(fields, fallback::job));
  }

  private static ShardId place(JsonFields fields, Supplier<JobId> fallback) {
    JobId job = fields.has("jobId") ? fields.jobId("jobId") : fallback.get();
    int index = fields.has("index") ? (int) fields.integer("index", 0, Integer.MAX_VALUE - 1) : 0;
    return new ShardId(job, index, index + 1);
  }

  private static ShardId counted(JsonFields fields, ShardId place) {
    return fields.has("count")
        ? new ShardId(
            place.job(),
            place.index(),
            (int) fields.integer("count", place.index() + 1L, Integer.MAX_VALUE))
        : place;
  }
}
