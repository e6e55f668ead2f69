package dev.shardline.cli.bench.memory;

import java.time.Duration;
import java.util.List;

/**
 * The most that some processes held together, seen by looking twenty times a second from the
 * beginning on.
 */
public final class MemoryPeak implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final List<ProcessHandle> processes;
  private final Thread thread;
  private volatile double peak;

  private MemoryPeak(List<ProcessHandle> processes) {
    this.processes = List.copyOf(processes);
    this.peak = ResidentMemory.megabytes(processes);
    this.thread = Thread.ofPlatform().daemon().name("memory-peak").start(this::look);
  }

  /** Looks from now on. */
  public static MemoryPeak of(List<ProcessHandle> processes) {
    return new MemoryPeak(processes);
  }

  /** In megabytes of 2^20 bytes; final once closed. */
  public double megabytes() {
    return peak;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private void look() {
    try {
      while (true) {
        Thread.sleep(BETWEEN_LOOKS);
        peak = Math.max(peak, ResidentMemory.megabytes(processes));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
