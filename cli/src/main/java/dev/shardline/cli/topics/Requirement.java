package dev.shardline.cli.topics;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * A setting without which a guarantee does not hold, so that it is put right on a topic that is
 * there already. All other settings are an operator's to change after the topic was created.
 *
 * @param key the topic setting
 * @param value what to set it to where it is not met
 * @param metBy whether a present value will do
 */
record Requirement(String key, String value, Predicate<String> metBy) {

  /** A comma-separated list that has to contain an element. */
  static Requirement contains(String key, String element, String value) {
    return new Requirement(
        key, value, present -> Arrays.asList(present.split("\\s*,\\s*", -1)).contains(element));
  }

  /** A number that has to be so large. */
  static Requirement atLeast(String key, long minimum) {
    return new Requirement(
        key, Long.toString(minimum), present -> Long.parseLong(present) >= minimum);
  }
}
