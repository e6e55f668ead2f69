package dev.shardline.systemtests.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Containerfile makes, without containers: its steps are done in a directory, which stands
 * for the root of the image, by the JDK of the tests. Not thread-safe.
 */
final class Image {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

  private static final long LIMIT_MINUTES = 5;

  private static final String FOLDER = "deploy/containers";

  /** The root of a stage, of which only the last has what runs. */
  private static final String APPLICATION = "/opt/shardline";

  private static final String LAYERS = "/layers";

  /** Where the service listens in an image, in which nobody else does. */
  private static final Pattern PORT = Pattern.compile("80\\d\\d");

  private final Path home = Path.of(System.getProperty("shardline.home", "..")).toAbsolutePath();
  private final Path directory;
  private final int port;
  private String stage = "";
  private List<String> entryPoint = List.of();

  private Image(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /**
   * Does the steps of an image's file.
   *
   * @param name such as {@code transform}
   * @param directory that is empty
   * @param port on which it is free to listen while it is trained
   */
  static Image make(String name, Path directory, int port) throws Exception {
    String text =
        Files.readString(
            Path.of(System.getProperty("shardline.home", ".."))
                .resolve(FOLDER)
                .resolve(name + ".Containerfile"));
    Image image = new Image(directory, port);
    for (String line : text.replace("\\\n", " ").lines().toList()) {
      image.step(line.strip().split("\\s+", 2));
    }
    return image;
  }

  /** The files of a layer. */
  List<Path> layer(String name) throws IOException {
    try (Stream<Path> files = Files.walk(at(LAYERS).resolve(name))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** How many bytes the files of layers have. */
  long bytes(String... layers) throws IOException {
    long bytes = 0;
    for (String layer : layers) {
      for (Path file : layer(layer)) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /** Where its AOT cache is. */
  Path cache() {
    return at(APPLICATION + "/app.aot");
  }

  /**
   * Runs it.
   *
   * @param log of what it prints
   */
  Process run(Map<String, String> environment, Path log) throws IOException {
    return start(entryPoint, environment, log);
  }

  /** What it printed. */
  static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void step(String[] words) throws Exception {
    switch (words[0]) {
      case "FROM" -> begin(words[1]);
      case "COPY" -> copy(words[1].split("\\s+", -1));
      case "RUN" -> {
        Path log = directory.resolve(stage + ".log");
        Process process =
            start(list(words[1]), Map.of("QUARKUS_HTTP_PORT", Integer.toString(port)), log);
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
          throw new IllegalStateException(words[1] + ":\n" + Files.readString(log));
        }
      }
      case "ENTRYPOINT" -> entryPoint = list(words[1]);
      default -> {}
    }
  }

  /** One made of an image of others has nothing of ours yet; what there was is kept beside it. */
  private void begin(String of) throws IOException {
    boolean fresh = of.startsWith("${");
    if (fresh && Files.exists(at(APPLICATION))) {
      Files.move(at(APPLICATION), directory.resolve("stages"));
    }
    Files.createDirectories(at(APPLICATION));
    stage = of.replaceAll(".*\\s", "");
  }

  private void copy(String[] words) throws IOException {
    List<String> paths = Arrays.stream(words).filter(word -> !word.startsWith("--")).toList();
    String source = paths.getFirst();
    Path target = at(APPLICATION).resolve(paths.getLast());
    if (source.startsWith(LAYERS)) {
      copy(at(source), target);
    } else if (source.startsWith(APPLICATION)) {
      copy(directory.resolve("stages" + source.substring(APPLICATION.length())), target);
    } else if (source.contains("/target/")) {
      copy(home.resolve(source), target);
    }
    // The scripts are run where they are.
  }

  /** With the times of the files, as images have them. */
  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy =
            file.equals(source)
                ? target.resolve(file.getFileName())
                : target.resolve(source.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private Process start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().merge("PATH", JAVA.toString(), (path, first) -> first + ":" + path);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Path at(String path) {
    return directory.resolve(path.substring(1));
  }

  private List<String> list(String array) {
    try {
      List<String> words = new ArrayList<>();
      for (String word : new ObjectMapper().readValue(array, String[].class)) {
        if (word.endsWith(".sh")) {
          words.addAll(List.of("bash", home.resolve(FOLDER).resolve(word).toString()));
        } else if (word.equals("java")) {
          words.add(JAVA.resolve(word).toString());
        } else if (PORT.matcher(word).matches()) {
          words.add(Integer.toString(port));
        } else {
          words.add(
              word.replaceAll(
                  "(^|=|@)(" + APPLICATION + "|" + LAYERS + ")", "$1" + directory + "$2"));
        }
      }
      return words;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
