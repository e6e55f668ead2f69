package dev.shardline.cli;

import dev.shardline.cli.letter.Bytes;
import dev.shardline.cli.letter.Letter;
import dev.shardline.cli.letter.LetterPlace;
import dev.shardline.cli.terminal.Printable;
import dev.shardline.contracts.failure.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is in a dead letter, for a terminal. */
final class LetterText {

  private LetterText() {}

  /** Lines; the value comes last, so that nothing in it can look like a line of this. */
  static List<String> of(Letter letter) {
    List<String> lines = new ArrayList<>();
    lines.add(line("position", LetterPlace.of(letter.position()).toString()));
    Optional<DeadLetter> cause = letter.cause();
    if (cause.isPresent()) {
      addCause(lines, cause.get());
    } else {
      lines.add(line("written at", letter.position().timestamp().toString()));
      lines.add(line("cause", "its headers do not say why it is dead"));
    }
    lines.add(line("redrives", Integer.toString(letter.redrives())));
    lines.add(line("key", text(letter.key())));
    for (Letter.Header header : letter.headers()) {
      lines.add(line("header", Printable.of(header.name()) + ": " + text(header.value())));
    }
    addValue(lines, letter);
    return lines;
  }

  private static void addCause(List<String> lines, DeadLetter cause) {
    lines.add(line("dead at", cause.at().toString()));
    lines.add(line("cause", cause.failure().reason().code()));
    lines.add(line("message", Printable.of(cause.failure().message())));
    lines.add(line("attempts", Integer.toString(cause.attempts())));
    lines.add(line("worker", Printable.of(cause.worker())));
    lines.add(line("id", Printable.of(cause.id())));
    lines.add(
        line(
            "origin",
            Printable.of(cause.origin().toString()) + " of " + cause.origin().timestamp()));
  }

  private static void addValue(List<String> lines, Letter letter) {
    byte[] value = letter.value();
    if (value == null) {
      lines.add(line("value", letter.valueOmitted() ? "left out, as it was too large" : "none"));
      return;
    }
    Optional<String> text = Bytes.utf8(value);
    lines.add(
        line(
            "value",
            value.length
                + " bytes, "
                + (text.isPresent() ? "UTF-8:" : "not UTF-8, here in Base64:")));
    text.ifPresentOrElse(
        utf8 -> utf8.lines().map(Printable::of).forEach(lines::add),
        () -> lines.add(Bytes.base64(value)));
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null
        ? "none"
        : Bytes.utf8(bytes).map(Printable::of).orElseGet(() -> "in Base64: " + Bytes.base64(bytes));
  }

  private static String line(String name, String text) {
    return String.format(Locale.ROOT, "%-10s %s", name, text);
  }
}
