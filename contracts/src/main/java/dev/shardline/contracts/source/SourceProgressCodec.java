package dev.shardline.contracts.source;

import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.json.JsonText;
import org.jspecify.annotations.Nullable;

/** The JSON of the progress of sources. */
public final class SourceProgressCodec {

  private SourceProgressCodec() {}

  /** Writes how far a fetch is. */
  public static byte[] encode(SourceProgress progress) {
    return JsonText.write(json -> {
      json.writeStringField("jobId", progress.id().job().toString());
      json.writeStringField("source", progress.id().source());
      json.writeNumberField("attempt", progress.attempt());
      json.writeNumberField("bytes", progress.bytes());
      json.writeNumberField("bytesPerSecond", progress.bytesPerSecond());
      json.writeStringField("at", progress.at().toString());
    });
  }

  /**
   * Reads how far a fetch is.
   *
   * @param value the record's value, null where it has none
   * @throws dev.shardline.contracts.json.InvalidMessageException if it says nothing of the kind
   */
  public static SourceProgress decode(byte @Nullable [] value) {
    JsonFields fields = JsonText.read(value);
    return new SourceProgress(
        new SourceId(
            fields.jobId("jobId"), fields.name("source", SourceRequestCodec.MAX_NAME_LENGTH)),
        (int) fields.integer("attempt", 1, Integer.MAX_VALUE),
        fields.integer("bytes", 0, Long.MAX_VALUE),
        fields.integer("bytesPerSecond", 0, Long.MAX_VALUE),
        fields.instant("at"));
  }
}
