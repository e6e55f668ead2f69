package dev.shardline.cli.bench;

import java.time.Duration;
import java.util.Collection;

/** CPU time that processes have taken so far. */
public final class CpuTime {

  private CpuTime() {}

  /** Of all together; zero where the operating system does not tell. */
  public static Duration of(Collection<ProcessHandle> processes) {
    return processes.stream()
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
