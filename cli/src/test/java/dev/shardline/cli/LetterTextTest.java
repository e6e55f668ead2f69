package dev.shardline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.letter.Letter;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.job.RecordPosition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

// NullAway does not read from class files that an array component of a record may be null.
@SuppressWarnings("NullAway")
class LetterTextTest {

  private static final RecordPosition PLACE =
      new RecordPosition("shards-dead", 0, 17, Instant.parse("2026-11-23T09:16:00Z"));

  private static final byte[] NO_TEXT = {(byte) 0xff, 0, 1};

  @Test
  void showsWhatIsNotUtf8InBase64AndSaysSo() {
    Letter letter =
        new Letter(PLACE, NO_TEXT, NO_TEXT, List.of(new Letter.Header("bits", NO_TEXT)));

    assertThat(LetterText.of(letter))
        .containsExactly(
            "position   shards-dead-0-17",
            "written at 2026-11-23T09:16:00Z",
            "cause      its headers do not say why it is dead",
            "redrives   0",
            "key        in Base64: /wAB",
            "header     bits: in Base64: /wAB",
            "value      3 bytes, not UTF-8, here in Base64:",
            "/wAB");
  }

  @Test
  void tellsNoValueFromOneThatWasLeftOut() {
    assertThat(LetterText.of(new Letter(PLACE, null, null, List.of())))
        .contains("key        none", "value      none");
    Letter.Header omitted = new Letter.Header(DeadLetter.VALUE_OMITTED, "true".getBytes(UTF_8));
    assertThat(LetterText.of(new Letter(PLACE, null, null, List.of(omitted))))
        .contains("value      left out, as it was too large");
  }

  @Test
  void printsNoControlCharacterOfAHeader() {
    Letter.Header header = new Letter.Header("a\u001b]0;x\u0007", "\u001b[31m\n".getBytes(UTF_8));

    assertThat(LetterText.of(new Letter(PLACE, null, null, List.of(header))))
        .contains("header     a\\u001b]0;x\\u0007: \\u001b[31m\\u000a");
  }
}
