package dev.shardline.cli.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

  @Test
  void readsWhatLinuxTells() {
    assertThat(
            ResidentMemory.ofStatus(List.of("Name:\tjava", "VmRSS:\t  124928 kB", "VmHWM: 9 kB")))
        .hasValue(124_928L * 1024);
    assertThat(ResidentMemory.ofStatus(List.of("Name:\tgone"))).isEmpty();
  }

  @Test
  void seesThisProcess() {
    ProcessHandle self = ProcessHandle.current();

    assertThat(ResidentMemory.bytes(self)).isGreaterThan(10L << 20);
    assertThat(ResidentMemory.megabytes(List.of(self, self)))
        .isGreaterThan(1.5 * ResidentMemory.megabytes(List.of(self)));
  }

  @Test
  void isNothingOfAProcessThatHasEnded() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();

    assertThat(ResidentMemory.bytes(ended.toHandle())).isZero();
  }

  @Test
  void peaksWhereItWasHighest() throws Exception {
    List<ProcessHandle> self = List.of(ProcessHandle.current());
    double before = ResidentMemory.megabytes(self);

    MemoryPeak peak = MemoryPeak.of(self);
    peak.close();

    assertThat(peak.megabytes()).isGreaterThanOrEqualTo(before / 2);
  }
}
