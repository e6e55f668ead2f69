package dev.shardline.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of an enum's constants, in lower case as people write it, or in any other. */
final class ChoiceConverter<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> choices;

  ChoiceConverter(Class<E> choices) {
    this.choices = choices;
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equalsIgnoreCase(text.strip()))
        .findAny()
        .orElseThrow(
            () -> new TypeConversionException("expected " + expected() + ", was \"" + text + "\""));
  }

  private String expected() {
    return Arrays.stream(choices.getEnumConstants())
        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" or "));
  }
}
