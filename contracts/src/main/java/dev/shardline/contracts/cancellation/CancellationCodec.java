package dev.shardline.contracts.cancellation;

import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.json.JsonText;
import org.jspecify.annotations.Nullable;

/** The JSON of cancellations. */
public final class CancellationCodec {

  private CancellationCodec() {}

  /** Writes a cancellation. */
  public static byte[] encode(Cancellation cancellation) {
    return JsonText.write(json -> json.writeStringField("jobId", cancellation.job().toString()));
  }

  /**
   * Reads a cancellation.
   *
   * @param value the record's value, null where it has none
   * @throws dev.shardline.contracts.json.InvalidMessageException if it is none
   */
  public static Cancellation decode(byte @Nullable [] value) {
    JsonFields fields = JsonText.read(value);
    return new Cancellation(fields.jobId("jobId"));
  }
}
