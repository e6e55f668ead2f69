package dev.shardline.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How an image is made: of pinned bases, of what the build makes, for the service's own port. */
final class Containerfile {

  /** What the build leaves, below a module's {@code target}. */
  private static final Pattern BUILT =
      Pattern.compile(
          "(ingest-service|transform-service|monitor-service)/target/quarkus-app/(lib/|quarkus/|app/|quarkus-run\\.jar)"
              + "|cli/target/shardline/lib/");

  private Containerfile() {}

  /**
   * What does not hold of an image's file.
   *
   * @param ignore the {@code .dockerignore} beside it
   */
  static List<String> problems(String name, String text, String ignore) {
    List<String> problems = new ArrayList<>();
    Map<String, String> arguments = new HashMap<>();
    List<String> stages = new ArrayList<>();
    for (String line : text.replace("\\\n", " ").lines().toList()) {
      List<String> words = List.of(line.strip().split("\\s+"));
      switch (words.getFirst()) {
        case "ARG" -> {
          String[] argument = words.get(1).split("=", 2);
          arguments.put("${" + argument[0] + "}", argument.length > 1 ? argument[1] : "");
        }
        case "FROM" -> {
          from(name, arguments.getOrDefault(words.get(1), words.get(1)), stages, problems);
          if (words.size() == 4) {
            stages.add(words.get(3));
          }
        }
        case "COPY" -> copy(name, words, ignore, stages, problems);
        case "EXPOSE" -> expose(name, words.get(1), problems);
        default -> {}
      }
    }
    return problems;
  }

  private static void from(String name, String image, List<String> stages, List<String> problems) {
    if (!stages.contains(image)) {
      PinnedImages.problem(name, image).ifPresent(problems::add);
    }
  }

  private static void copy(
      String name, List<String> words, String ignore, List<String> stages, List<String> problems) {
    List<String> stage =
        words.stream()
            .filter(word -> word.startsWith("--from="))
            .map(word -> word.substring(7))
            .toList();
    if (!stage.isEmpty()) {
      if (!stages.containsAll(stage)) {
        problems.add("%s: COPY: there is no stage %s".formatted(name, stage));
      }
      return;
    }
    List<String> paths = words.stream().skip(1).filter(word -> !word.startsWith("--")).toList();
    for (String source : paths.subList(0, paths.size() - 1)) {
      if (!exists(source)) {
        problems.add("%s: COPY: there is no %s".formatted(name, source));
      }
      if (ignore.lines().noneMatch(line -> takes(line, source))) {
        problems.add("%s: COPY: .dockerignore leaves %s out".formatted(name, source));
      }
    }
  }

  /** Of what the build makes only the place is known before it is made. */
  private static boolean exists(String source) {
    if (!source.contains("/target/")) {
      return Repository.has(source);
    }
    String application = source.replaceFirst("(/target/[^/]+)/.*", "$1");
    return BUILT.matcher(source).matches()
        && (!Repository.has(application) || Repository.has(source));
  }

  private static boolean takes(String line, String source) {
    if (!line.startsWith("!")) {
      return false;
    }
    String pattern = "\\Q" + line.substring(1).replace("*", "\\E[^/]*\\Q") + "\\E(/.*)?";
    return source.matches(pattern);
  }

  private static void expose(String name, String port, List<String> problems) {
    for (ServiceUnderTest service : ServiceUnderTest.values()) {
      if (name.equals(service.shortName() + ".Containerfile")
          && !port.equals(String.valueOf(service.port()))) {
        problems.add(
            "%s: EXPOSE %s, and the service listens on %d".formatted(name, port, service.port()));
      }
    }
  }
}
