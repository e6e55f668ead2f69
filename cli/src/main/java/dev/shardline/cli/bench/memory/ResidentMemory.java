package dev.shardline.cli.bench.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What a process has in the machine's memory, as the operating system tells. Thread-safe. */
public final class ResidentMemory {

  /** Of the megabytes that figures are given in: as in the options of a JVM. */
  static final double MEGABYTE = 1024.0 * 1024;

  private static final long KILOBYTE = 1024;

  private ResidentMemory() {}

  /**
   * Of one process now.
   *
   * @return bytes; 0 if it has ended
   */
  public static long bytes(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      if (Files.isDirectory(Path.of("/proc/self"))) {
        return ofStatus(Files.readAllLines(status)).orElse(0);
      }
      return ofPs(process.pid());
    } catch (IOException e) {
      return 0;
    }
  }

  /** Of several together now, in megabytes of 2^20 bytes. */
  public static double megabytes(List<ProcessHandle> processes) {
    return processes.stream().mapToLong(ResidentMemory::bytes).sum() / MEGABYTE;
  }

  /** What Linux tells below /proc; nothing of a process that ends just now. */
  static OptionalLong ofStatus(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
        .findFirst();
  }

  private static long ofPs(long pid) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    try (InputStream out = ps.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? 0 : Long.parseLong(text) * KILOBYTE;
    } catch (NumberFormatException e) {
      throw new UncheckedIOException(new IOException("ps does not tell resident memory", e));
    }
  }
}
