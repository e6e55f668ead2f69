package dev.shardline.cli.bench.arithmetic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The factorial sum in C on GMP, compiled on this machine if it can be.
 *
 * @param file the program; null if there is none
 * @param why there is none; empty if there is one
 */
record GmpProgram(@Nullable Path file, String why) {

  private static final String SOURCE = "gmp-sum.c";
  private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");

  /** Homebrew's and MacPorts' are not where compilers look by themselves. */
  private static final List<String> PREFIXES = List.of("/opt/homebrew", "/usr/local", "/opt/local");

  /**
   * Compiles it into a directory.
   *
   * @param compilers to be tried one after the other
   */
  static GmpProgram compile(Path directory, List<String> compilers) throws InterruptedException {
    Path program = directory.resolve("gmp-sum");
    try {
      Path source = source(directory);
      for (String compiler : compilers) {
        @Nullable String failure = run(command(compiler, source, program));
        if (failure == null) {
          return new GmpProgram(program, "");
        }
        if (!failure.isEmpty()) {
          return new GmpProgram(null, firstError(failure));
        }
      }
      return new GmpProgram(null, "no C compiler was found (" + String.join(", ", compilers) + ")");
    } catch (IOException e) {
      return new GmpProgram(null, e.toString());
    }
  }

  static GmpProgram compile(Path directory) throws InterruptedException {
    return compile(directory, COMPILERS);
  }

  /**
   * Computes f(n) again and again.
   *
   * @return CPU time of one in nanoseconds
   * @throws IllegalStateException if it fails, or its sum is another
   */
  double cpuNanos(int n, Duration batch, long residue) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(
                  String.valueOf(file), Integer.toString(n), Long.toString(batch.toMillis()))
              .redirectErrorStream(true)
              .start();
      String out = read(process);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(file + " failed: " + out);
      }
      String[] parts = out.strip().split(" ", -1);
      if (Long.parseLong(parts[2]) != residue) {
        throw new IllegalStateException("GMP in C has another sum of " + n + ": " + out);
      }
      return Double.parseDouble(parts[1]) / Double.parseDouble(parts[0]);
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + file, e);
    }
  }

  private static Path source(Path directory) throws IOException {
    Path source = directory.resolve(SOURCE);
    try (InputStream resource = GmpProgram.class.getResourceAsStream(SOURCE)) {
      if (resource == null) {
        throw new IOException("there is no resource " + SOURCE);
      }
      Files.write(source, resource.readAllBytes());
    }
    return source;
  }

  private static List<String> command(String compiler, Path source, Path program) {
    List<String> command = new ArrayList<>(List.of(compiler, "-O2", "-o", program.toString()));
    for (String prefix : PREFIXES) {
      if (Files.isRegularFile(Path.of(prefix, "include", "gmp.h"))) {
        command.addAll(List.of("-I" + prefix + "/include", "-L" + prefix + "/lib"));
      }
    }
    command.addAll(List.of(source.toString(), "-lgmp"));
    return command;
  }

  /** Null if it did well, empty if there is no such compiler, else what it said. */
  private static @Nullable String run(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out = read(process);
      int exitCode = process.waitFor();
      return exitCode == 0 ? null : "exit code " + exitCode + ": " + out;
    } catch (IOException e) {
      return "";
    }
  }

  private static String read(Process process) throws IOException {
    try (InputStream out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Where the header is missing, that line says so; else the first. */
  static String firstError(String output) {
    return output
        .lines()
        .filter(line -> line.contains("error:"))
        .map(line -> line.substring(line.indexOf("error:") + 6).strip())
        .findFirst()
        .orElseGet(() -> output.lines().findFirst().orElse(output));
  }
}
