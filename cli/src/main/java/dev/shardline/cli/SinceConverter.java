package dev.shardline.cli;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time in the past: as ISO 8601, or as how long ago it was. */
final class SinceConverter implements ITypeConverter<Instant> {

  private static final String EXPECTED =
      "expected how long ago, such as 10m or 7d, or a time such as 2026-11-23T09:15:00Z, was \"";

  @Override
  public Instant convert(String text) {
    try {
      return text.contains(":")
          ? Instant.parse(text.strip())
          : Instant.now().minus(new DurationConverter().convert(text));
    } catch (DateTimeException | ArithmeticException | TypeConversionException e) {
      throw new TypeConversionException(EXPECTED + text + "\"");
    }
  }
}
