package dev.shardline.transform.attempt;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.json.JsonText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON of attempt notes. */
final class AttemptNotes {

  private enum Kind {
    BEGUN,
    GIVEN_BACK,
    DROPPED,
    VERDICT,
    MOVED
  }

  private AttemptNotes() {}

  static byte[] encode(AttemptNote note) {
    return JsonText.write(json -> {
      switch (note) {
        case AttemptNote.Begun begun -> {
          json.writeStringField("note", Kind.BEGUN.name());
          json.writeBooleanField("alone", begun.alone());
          json.writeStringField("worker", begun.worker());
        }
        case AttemptNote.GivenBack givenBack ->
            json.writeStringField("note", Kind.GIVEN_BACK.name());
        case AttemptNote.Dropped dropped -> json.writeStringField("note", Kind.DROPPED.name());
        case AttemptNote.Moved moved -> json.writeStringField("note", Kind.MOVED.name());
        case AttemptNote.Verdict verdict -> {
          json.writeStringField("note", Kind.VERDICT.name());
          json.writeNumberField("attempt", verdict.number());
          json.writeStringField("reason", verdict.failure().reason().code());
          json.writeStringField("message", verdict.failure().message());
        }
      }
    });
  }

  /** Empty if it is no note: one that a newer version wrote, or anybody else. */
  static Optional<AttemptNote> decode(byte @Nullable [] value) {
    try {
      JsonFields fields = JsonText.read(value);
      return Optional.of(
          switch (fields.status("note", Kind.class)) {
            case BEGUN -> new AttemptNote.Begun(fields.flag("alone"), fields.text("worker"));
            case GIVEN_BACK -> new AttemptNote.GivenBack();
            case DROPPED -> new AttemptNote.Dropped();
            case MOVED -> new AttemptNote.Moved();
            case VERDICT ->
                new AttemptNote.Verdict(
                    (int) fields.integer("attempt", 1, Integer.MAX_VALUE),
                    new Failure(fields.reason("reason"), fields.text("message")));
          });
    } catch (InvalidMessageException e) {
      return Optional.empty();
    }
  }
}
