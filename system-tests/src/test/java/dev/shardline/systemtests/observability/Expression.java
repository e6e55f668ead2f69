package dev.shardline.systemtests.observability;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A question to Prometheus.
 *
 * @param place where it stands
 * @param text in PromQL
 */
record Expression(String place, String text) {

  // Prometheus itself gives no syntax tree before 3.0. Alternatives are tried in this order, so
  // that
  // what stands in a grouping, a range or a string is not taken for a metric.
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<string>"(?:[^"\\\\]|\\\\.)*")\
          |(?<comment>\\#[^\\n]*)\
          |(?<range>\\[[^]]*])\
          |(?<grouping>\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\))\
          |(?<offset>\\boffset\\s+-?\\w+)\
          |(?<number>\\b[0-9][0-9a-z.]*)\
          |(?<keyword>\\b(?:and|or|unless|bool|inf|nan|group_left|group_right)\\b)\
          |(?<function>[a-zA-Z_]\\w*(?=\\s*(?:\\(|(?:by|without)\\b)))\
          |(?<selector>[a-zA-Z_:][\\w:]*(?:\\s*\\{(?:[^"}]|"(?:[^"\\\\]|\\\\.)*")*})?)\
          """);

  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");

  /**
   * A metric and what its labels have to be.
   *
   * @param text as it stands in the expression
   */
  record Selector(String text) {

    /** The metric. */
    String metric() {
      return text.split("[\\s{]", 2)[0];
    }

    /** The labels that it matches by. */
    Set<String> labels() {
      Set<String> labels = new LinkedHashSet<>();
      MATCHER.matcher(text).results().forEach(match -> labels.add(match.group(1)));
      return labels;
    }
  }

  /** What it selects. */
  Set<Selector> selectors() {
    Set<Selector> selectors = new LinkedHashSet<>();
    for (MatchResult token : TOKEN.matcher(text).results().toList()) {
      if (token.group("selector") != null) {
        selectors.add(new Selector(token.group("selector")));
      }
    }
    return selectors;
  }
}
