package dev.shardline.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the processor calls itself. */
final class CpuModel {

  private static final String UNKNOWN = "unknown CPU";

  /** Of Linux. */
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  private CpuModel() {}

  static String ofMachine() {
    try {
      return Files.isReadable(CPUINFO) ? of(Files.readAllLines(CPUINFO)) : ofSysctl();
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** The first model name; processors other than those of x86 have none there. */
  static String of(List<String> cpuinfo) {
    return cpuinfo.stream()
        .filter(line -> line.startsWith("model name"))
        .findFirst()
        .flatMap(line -> Optional.of(line.substring(line.indexOf(':') + 1).strip()))
        .filter(name -> !name.isEmpty())
        .orElse(UNKNOWN);
  }

  /** Of macOS. */
  private static String ofSysctl() throws IOException {
    Process sysctl = new ProcessBuilder("sysctl", "-n", "machdep.cpu.brand_string").start();
    try (var out = sysctl.getInputStream()) {
      String name = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      return name.isEmpty() ? UNKNOWN : name;
    }
  }
}
