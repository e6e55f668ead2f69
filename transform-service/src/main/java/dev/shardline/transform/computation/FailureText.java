package dev.shardline.transform.computation;

import java.nio.charset.StandardCharsets;

/** Text of a team's code, as results and dead letters can carry it. */
final class FailureText {

  /** In characters: a result and a dead letter carry the message, and a record has its limits. */
  private static final int MAX_LENGTH = 1000;

  private FailureText() {}

  static String fitForRecords(String message) {
    String shortened =
        message.length() <= MAX_LENGTH ? message : message.substring(0, MAX_LENGTH) + "...";
    // Half of a surrogate pair, found or made by the cut, has no UTF-8 form: a question mark then.
    return new String(shortened.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
