package dev.shardline.cli;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers in decimal digits. */
final class WholeNumberConverter<N extends Number> implements ITypeConverter<N> {

  private final Function<String, N> parse;

  /**
   * @param parse throws {@link NumberFormatException} for what is none
   */
  WholeNumberConverter(Function<String, N> parse) {
    this.parse = parse;
  }

  @Override
  public N convert(String text) {
    try {
      return parse.apply(text.strip());
    } catch (NumberFormatException e) {
      throw new TypeConversionException("expected a whole number, was \"" + text + "\"");
    }
  }
}
