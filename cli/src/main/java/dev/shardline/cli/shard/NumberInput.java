package dev.shardline.cli.shard;

import dev.shardline.cli.job.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers as people give them. Only the form is checked here: how large a number may be is for the
 * service to say.
 */
public final class NumberInput {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private NumberInput() {}

  /**
   * One number for each argument.
   *
   * @throws InvalidInputException if one of them is no integer from 0 to 2^63 - 1
   */
  public static List<Long> ofArguments(List<String> arguments) {
    List<Long> numbers = new ArrayList<>(arguments.size());
    for (String argument : arguments) {
      numbers.add(number(argument, "argument " + (numbers.size() + 1)));
    }
    return numbers;
  }

  /**
   * One number a line. Blank lines and what follows a {@code #} are passed over.
   *
   * @param origin names the text in errors
   * @throws InvalidInputException if a line holds anything else
   * @throws IOException if the text cannot be read
   */
  public static List<Long> ofLines(BufferedReader text, String origin) throws IOException {
    List<Long> numbers = new ArrayList<>();
    int lineNumber = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      lineNumber++;
      String content = line.replaceFirst("#.*", "").strip();
      if (!content.isEmpty()) {
        numbers.add(number(content, origin + ", line " + lineNumber));
      }
    }
    return numbers;
  }

  private static long number(String text, String where) {
    if (DIGITS.matcher(text).matches()) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new InvalidInputException(
            where, "expected an integer below 2^63, was " + shortened(text));
      }
    }
    throw new InvalidInputException(
        where, "expected an integer of 0 or above, was \"" + shortened(text) + "\"");
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
