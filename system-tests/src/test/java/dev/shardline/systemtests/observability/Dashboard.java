package dev.shardline.systemtests.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A dashboard of Grafana. */
record Dashboard(String file, JsonNode json) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), *(\\w+)\\)");

  static Dashboard read(Path file) {
    try {
      return new Dashboard(file.getFileName().toString(), JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its panels that show something. */
  List<JsonNode> panels() {
    return elements(json.path("panels"))
        .filter(panel -> !panel.path("type").asText().equals("row"))
        .toList();
  }

  /** Its variables but that of the data source. */
  List<JsonNode> variables() {
    return elements(json.path("templating").path("list"))
        .filter(variable -> variable.path("type").asText().equals("query"))
        .toList();
  }

  /** What Prometheus is asked, with all of each variable chosen, by where it stands. */
  List<Expression> expressions() {
    List<Expression> expressions = new ArrayList<>();
    for (JsonNode panel : panels()) {
      elements(panel.path("targets"))
          .forEach(target ->
              expressions.add(
                  new Expression(
                      file + ": " + panel.path("title").asText(),
                      withoutVariables(target.path("expr").asText()))));
    }
    for (JsonNode variable : variables()) {
      String query = variable.path("query").path("query").asText();
      MatchResult values =
          LABEL_VALUES
              .matcher(query)
              .results()
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(file + ": " + query));
      // Nothing is chosen from a label that the metric does not have.
      expressions.add(
          new Expression(
              file + ": $" + variable.path("name").asText(),
              "%s{%s!=\"\"}".formatted(values.group(1), values.group(2))));
    }
    return expressions;
  }

  private String withoutVariables(String expression) {
    String text = expression.replace("$__rate_interval", "1m");
    for (JsonNode variable : variables()) {
      text =
          text.replace(
              "\"$" + variable.path("name").asText() + "\"",
              "\"" + variable.path("allValue").asText() + "\"");
    }
    return text;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return array.valueStream();
  }
}
