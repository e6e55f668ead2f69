package dev.shardline.contracts.result;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.json.JsonText;
import dev.shardline.contracts.shard.Shard;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JSON of shard results. */
public final class ShardResultCodec {

  private enum Status {
    DONE,
    FAILED,
    CANCELLED
  }

  private static final Pattern END_DIGITS = Pattern.compile("[0-9]{1,20}");

  private static final Pattern ALL_DIGITS = Pattern.compile("-?[0-9]+");

  private ShardResultCodec() {}

  /** Writes a result. */
  public static byte[] encode(ShardResult result) {
    return JsonText.write(json -> {
      json.writeStringField("jobId", result.id().job().toString());
      json.writeNumberField("index", result.id().index());
      json.writeNumberField("count", result.id().count());
      switch (result) {
        case ShardResult.Done done -> writeDone(json, done);
        case ShardResult.Failed failed -> writeFailed(json, failed);
        case ShardResult.Cancelled cancelled ->
            writeHead(json, cancelled.transform(), cancelled.number(), Status.CANCELLED);
      }
      Execution execution = result.execution();
      json.writeNumberField("attempt", execution.attempt());
      json.writeStringField("worker", execution.worker());
      json.writeNumberField("queuedMs", execution.queued().toMillis());
      json.writeNumberField("computeMs", execution.computed().toMillis());
      if (execution.engine() != null) {
        json.writeStringField("engine", execution.engine());
      }
    });
  }

  /**
   * Reads a result.
   *
   * @throws dev.shardline.contracts.json.InvalidMessageException if it is none
   */
  public static ShardResult decode(byte[] value) {
    JsonFields fields = JsonText.read(value);
    int index = (int) fields.integer("index", 0, Integer.MAX_VALUE - 1);
    ShardId id =
        new ShardId(
            fields.jobId("jobId"),
            index,
            (int) fields.integer("count", index + 1L, Integer.MAX_VALUE));
    Execution execution =
        new Execution(
            (int) fields.integer("attempt", 1, Integer.MAX_VALUE),
            fields.text("worker"),
            Duration.ofMillis(fields.integer("queuedMs", 0, Long.MAX_VALUE)),
            Duration.ofMillis(fields.integer("computeMs", 0, Long.MAX_VALUE)),
            engine(fields));
    return switch (fields.status("status", Status.class)) {
      case DONE ->
          new ShardResult.Done(id, transform(fields), number(fields), value(fields), execution);
      case FAILED ->
          new ShardResult.Failed(
              id,
              fields.has("transform") ? transform(fields) : null,
              fields.has("number") ? number(fields) : null,
              new Failure(fields.reason("reason"), fields.text("message")),
              execution);
      case CANCELLED -> new ShardResult.Cancelled(id, transform(fields), number(fields), execution);
    };
  }

  private static void writeDone(JsonGenerator json, ShardResult.Done done) throws IOException {
    writeHead(json, done.transform(), done.number(), Status.DONE);
    IntegerValue value = done.value();
    json.writeNumberField("digits", value.digits());
    json.writeStringField("sha256", value.sha256());
    json.writeStringField("leading", value.leading());
    json.writeStringField("trailing", value.trailing());
    DecimalText decimal = value.decimal();
    if (decimal instanceof DecimalText.Inline inline) {
      json.writeStringField("decimal", inline.digits());
    } else if (decimal instanceof DecimalText.Reference reference) {
      json.writeStringField("decimalUri", reference.uri().toString());
    }
  }

  private static void writeFailed(JsonGenerator json, ShardResult.Failed failed)
      throws IOException {
    writeHead(json, failed.transform(), failed.number(), Status.FAILED);
    json.writeStringField("reason", failed.failure().reason().code());
    json.writeStringField("message", failed.failure().message());
  }

  private static void writeHead(
      JsonGenerator json, @Nullable String transform, @Nullable Long number, Status status)
      throws IOException {
    if (transform != null) {
      json.writeStringField("transform", transform);
    }
    if (number != null) {
      json.writeNumberField("number", number);
    }
    json.writeStringField("status", status.name());
  }

  private static IntegerValue value(JsonFields fields) {
    return new IntegerValue(
        fields.integer("digits", 1, Long.MAX_VALUE),
        fields.sha256("sha256"),
        endDigits(fields, "leading"),
        endDigits(fields, "trailing"),
        decimal(fields));
  }

  private static @Nullable DecimalText decimal(JsonFields fields) {
    if (fields.has("decimal")) {
      return new DecimalText.Inline(
          fields.text("decimal", ALL_DIGITS, "decimal digits, perhaps after a minus sign"));
    }
    return fields.has("decimalUri") ? new DecimalText.Reference(fields.uri("decimalUri")) : null;
  }

  private static String endDigits(JsonFields fields, String field) {
    return fields.text(field, END_DIGITS, "1 to 20 decimal digits");
  }

  private static @Nullable String engine(JsonFields fields) {
    return fields.has("engine")
        ? fields.text("engine", Execution.ENGINE, "1 to 32 of a-z, 0-9 and -")
        : null;
  }

  private static String transform(JsonFields fields) {
    return fields.name("transform", Shard.MAX_TRANSFORM_LENGTH);
  }

  private static long number(JsonFields fields) {
    return fields.integer("number", 0, Long.MAX_VALUE);
  }
}
