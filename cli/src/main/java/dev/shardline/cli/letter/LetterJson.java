package dev.shardline.cli.letter;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.json.JsonText;
import java.nio.charset.StandardCharsets;

/** Letters as JSON, without what they hold. In ASCII: a terminal would carry out the rest. */
public final class LetterJson {

  private static final int LAST_PRINTABLE = 0x7e;

  private LetterJson() {}

  /** One line. Of a letter that does not say why it is dead, only where it stands and when. */
  public static String of(Candidate letter) {
    byte[] json =
        JsonText.write(generator -> {
          generator.setHighestNonEscapedChar(LAST_PRINTABLE);
          generator.writeStringField("position", letter.place().toString());
          generator.writeStringField("writtenAt", letter.written().toString());
          DeadLetter cause = letter.cause();
          if (cause != null) {
            generator.writeStringField("deadAt", cause.at().toString());
            generator.writeStringField("reason", cause.failure().reason().code());
            generator.writeStringField("message", cause.failure().message());
            generator.writeNumberField("attempts", cause.attempts());
            generator.writeStringField("id", cause.id());
            generator.writeStringField("worker", cause.worker());
            generator.writeStringField("origin", cause.origin().toString());
          }
          generator.writeNumberField("redrives", letter.redrives());
          generator.writeBooleanField("valueOmitted", letter.valueOmitted());
        });
    return new String(json, StandardCharsets.US_ASCII);
  }
}
