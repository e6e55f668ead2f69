package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;

/** Which labels a selector takes. */
final class Selector {

  private static final Set<String> FIELDS = Set.of("matchLabels", "matchExpressions");

  private Selector() {}

  /** For a selector with {@code matchLabels} and {@code matchExpressions}, or of labels alone. */
  static boolean matches(JsonNode selector, JsonNode labels) {
    boolean ofLabelsAlone =
        selector.propertyStream().noneMatch(entry -> FIELDS.contains(entry.getKey()));
    return hasAll(ofLabelsAlone ? selector : selector.path("matchLabels"), labels)
        && selector
            .path("matchExpressions")
            .valueStream()
            .allMatch(expression -> matchesExpression(expression, labels));
  }

  private static boolean hasAll(JsonNode wanted, JsonNode labels) {
    return wanted
        .propertyStream()
        .allMatch(entry -> entry.getValue().equals(labels.path(entry.getKey())));
  }

  private static boolean matchesExpression(JsonNode expression, JsonNode labels) {
    String key = expression.path("key").asText();
    Set<String> values =
        expression.path("values").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    boolean in = labels.has(key) && values.contains(labels.path(key).asText());
    return switch (expression.path("operator").asText()) {
      case "In" -> in;
      case "NotIn" -> !in;
      case "Exists" -> labels.has(key);
      case "DoesNotExist" -> !labels.has(key);
      default -> false;
    };
  }
}
