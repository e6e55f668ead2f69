package dev.shardline.contracts.result;

import java.net.URI;

/** All decimal digits of a value. */
public sealed interface DecimalText {

  /**
   * The digits themselves.
   *
   * @param digits decimal digits, preceded by a minus sign if the value is negative
   */
  record Inline(String digits) implements DecimalText {}

  /**
   * Where the digits are, when they are too many for a message.
   *
   * @param uri of a text object in the object store
   */
  record Reference(URI uri) implements DecimalText {}
}
