package dev.shardline.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them, such as 30s, 1h30m or 7d; ISO 8601 too. */
final class DurationConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    try {
      Duration duration = parse(text.strip().toLowerCase(Locale.ROOT));
      if (duration.isPositive()) {
        return duration;
      }
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      // Falls through to the one error, which shows what is expected.
    }
    throw new TypeConversionException(
        "expected a duration above zero, such as 500ms, 30s, 1h30m or 7d, was \"" + text + "\"");
  }

  private static Duration parse(String text) {
    if (text.endsWith("ms")) {
      return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
    }
    if (text.startsWith("p")) {
      return Duration.parse(text);
    }
    int afterDays = text.indexOf('d') + 1;
    String time = text.substring(afterDays);
    return Duration.parse("P" + text.substring(0, afterDays) + (time.isEmpty() ? "" : "T" + time));
  }
}
