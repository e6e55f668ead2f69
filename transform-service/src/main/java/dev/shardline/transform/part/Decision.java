package dev.shardline.transform.part;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a shard came to. The first part that knows it decides, for all; and carries it
 * out, also when its record is delivered once more.
 *
 * @param kind what they came to
 * @param place of the part that decided, from 0; {@link #WHOLE}: the shard's own record
 * @param failure why the shard fails; null if it does not
 */
public record Decision(Kind kind, int place, @Nullable Failure failure) {

  /** In the place of a part: the shard's own record, which may come again when it has parts. */
  public static final int WHOLE = -1;

  /** What parts come to. */
  public enum Kind {
    /** All have a value: they are to be combined. */
    COMBINE,
    /** One has none, and so has the shard. */
    FAILED,
    /** The job was cancelled. */
    CANCELLED
  }

  /** To combine them. */
  public static Decision combine(int place) {
    return new Decision(Kind.COMBINE, place, null);
  }

  /** To answer the shard with a failure. */
  public static Decision failed(int place, Failure failure) {
    return new Decision(Kind.FAILED, place, failure);
  }

  /** To answer the shard as cancelled. */
  public static Decision cancelled(int place) {
    return new Decision(Kind.CANCELLED, place, null);
  }

  byte[] encode() {
    return JsonText.write(json -> {
      json.writeStringField("decision", kind.name());
      json.writeNumberField("place", place);
      if (failure != null) {
        json.writeStringField("reason", failure.reason().code());
        json.writeStringField("message", failure.message());
      }
    });
  }

  /**
   * @throws InvalidMessageException if it is no decision
   */
  static Decision decode(byte[] json) {
    JsonFields fields = JsonText.read(json);
    Kind kind = fields.status("decision", Kind.class);
    return new Decision(
        kind,
        (int) fields.integer("place", WHOLE, Integer.MAX_VALUE),
        kind == Kind.FAILED ? new Failure(fields.reason("reason"), fields.text("message")) : null);
  }
}
