package dev.shardline.contracts.source;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.json.JsonText;
import java.io.IOException;
import java.time.Duration;

/** The JSON of source outcomes. */
public final class SourceOutcomeCodec {

  private enum Status {
    INGESTED,
    FAILED
  }

  private SourceOutcomeCodec() {}

  /** Writes an outcome. */
  public static byte[] encode(SourceOutcome outcome) {
    return JsonText.write(json -> {
      json.writeStringField("jobId", outcome.id().job().toString());
      json.writeStringField("source", outcome.id().source());
      switch (outcome) {
        case SourceOutcome.Ingested ingested -> writeIngested(json, ingested);
        case SourceOutcome.Failed failed -> {
          json.writeStringField("status", Status.FAILED.name());
          json.writeStringField("message", failed.message());
          json.writeStringField("reason", failed.failure().reason().code());
        }
      }
      Fetch fetch = outcome.fetch();
      json.writeNumberField("attempts", fetch.attempts());
      json.writeNumberField("fetchMs", fetch.duration().toMillis());
      json.writeStringField("startedAt", fetch.startedAt().toString());
      json.writeStringField("finishedAt", fetch.finishedAt().toString());
    });
  }

  /**
   * Reads an outcome.
   *
   * @throws dev.shardline.contracts.json.InvalidMessageException if it is none
   */
  public static SourceOutcome decode(byte[] value) {
    JsonFields fields = JsonText.read(value);
    SourceId id =
        new SourceId(
            fields.jobId("jobId"), fields.name("source", SourceRequestCodec.MAX_NAME_LENGTH));
    Fetch fetch =
        new Fetch(
            (int) fields.integer("attempts", 0, Integer.MAX_VALUE),
            Duration.ofMillis(fields.integer("fetchMs", 0, Long.MAX_VALUE)),
            fields.instant("startedAt"),
            fields.instant("finishedAt"));
    return switch (fields.status("status", Status.class)) {
      case INGESTED ->
          new SourceOutcome.Ingested(
              id,
              object(fields),
              fields.integer("shardCount", 0, Long.MAX_VALUE),
              badRows(fields),
              fetch);
      case FAILED ->
          new SourceOutcome.Failed(
              id, new Failure(fields.reason("reason"), fields.text("message")), fetch);
    };
  }

  private static RawObject object(JsonFields fields) {
    return new RawObject(
        fields.uri("objectUri"),
        fields.integer("bytes", 0, Long.MAX_VALUE),
        fields.sha256("sha256"),
        fields.has("pages") ? (int) fields.integer("pages", 1, Integer.MAX_VALUE) : 1,
        fields.has("unchanged") && fields.flag("unchanged"));
  }

  /** Older services did not write it. */
  private static long badRows(JsonFields fields) {
    return fields.has("badRows") ? fields.integer("badRows", 0, Long.MAX_VALUE) : 0;
  }

  private static void writeIngested(JsonGenerator json, SourceOutcome.Ingested ingested)
      throws IOException {
    json.writeStringField("status", Status.INGESTED.name());
    json.writeStringField("message", ingested.message());
    json.writeStringField("objectUri", ingested.object().uri().toString());
    json.writeNumberField("bytes", ingested.object().bytes());
    json.writeStringField("sha256", ingested.object().sha256());
    if (ingested.object().pages() > 1) {
      json.writeNumberField("pages", ingested.object().pages());
    }
    if (ingested.object().unchanged()) {
      json.writeBooleanField("unchanged", true);
    }
    json.writeNumberField("shardCount", ingested.shardCount());
    json.writeNumberField("badRows", ingested.badRows());
    if (ingested.shardCount() > 0) {
      json.writeStringField("shardsJobId", ingested.id().shardsJob().toString());
    }
  }
}
