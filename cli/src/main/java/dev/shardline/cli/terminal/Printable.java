package dev.shardline.cli.terminal;

/**
 * Text of unknown origin for a terminal, which would carry out control characters: clear the
 * screen, change its title, pretend to be another line.
 */
public final class Printable {

  private Printable() {}

  /**
   * The same text on one line, with each character that is not for display as an escape of Java,
   * such as {@code \\u001b}: controls, formats such as those that turn the writing direction, line
   * separators, unpaired surrogates, private use and unassigned.
   */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(printable, codePoint));
    return printable.toString();
  }

  private static void append(StringBuilder printable, int codePoint) {
    if (!forDisplay(codePoint)) {
      for (char unit : Character.toChars(codePoint)) {
        printable.append(String.format("\\u%04x", (int) unit));
      }
    } else {
      printable.appendCodePoint(codePoint);
    }
  }

  private static boolean forDisplay(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
