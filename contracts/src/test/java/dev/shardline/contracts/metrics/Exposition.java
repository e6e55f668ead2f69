package dev.shardline.contracts.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Prometheus finds of Shardline's own at a moment, and what is documented of it. */
public record Exposition(String text) {

  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (shardline_\\w+) (\\w+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(shardline_\\w+)` \\| (\\w+) \\| ([^|]*)\\|");
  private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");
  private static final Set<String> WITH_MAX = Set.of("histogram", "summary");

  /** What a service shows at an address now. */
  public static Exposition read(URI uri) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return new Exposition(
          http.send(
                  HttpRequest.newBuilder(uri).header("Accept", "text/plain").build(),
                  HttpResponse.BodyHandlers.ofString(UTF_8))
              .body());
    }
  }

  /** What the document says of a service: type and labels by name. */
  public static Map<String, String> documented(String service) throws IOException {
    Path document = Path.of(System.getProperty("shardline.home", ".."), "contracts", "METRICS.md");
    String section = Files.readString(document).split("## " + service, 2)[1].split("\n## ", 2)[0];
    Map<String, String> metrics = new TreeMap<>();
    for (MatchResult row : ROW.matcher(section).results().toList()) {
      metrics.put(row.group(1), row.group(2) + names(QUOTED, row.group(3)));
    }
    return metrics;
  }

  /** Type and labels by name; the longest of a histogram or a summary counts as a part of it. */
  public Map<String, String> metrics() {
    Map<String, String> types = new TreeMap<>();
    TYPE.matcher(text).results().forEach(type -> types.put(type.group(1), type.group(2)));
    types.keySet().removeIf(name -> isMaxOf(name, types));
    types.replaceAll((name, type) -> type + labels(name));
    return types;
  }

  /** The sum of a metric's samples that have that text in their labels. */
  public double sum(String name, String labels) {
    return text.lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .filter(line -> line.contains(labels))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** The sum of all of a metric's samples. */
  public double sum(String name) {
    return sum(name, "");
  }

  private static boolean isMaxOf(String name, Map<String, String> types) {
    return name.endsWith("_max")
        && WITH_MAX.contains(
            types.getOrDefault(name.substring(0, name.length() - "_max".length()), ""));
  }

  private Set<String> labels(String name) {
    return text.lines()
        .filter(line -> line.matches(name + "(_bucket|_count|_sum)?\\{.*"))
        .flatMap(line -> names(LABEL, line).stream())
        .filter(label -> !label.equals("le"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
