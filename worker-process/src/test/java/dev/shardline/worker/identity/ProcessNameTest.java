package dev.shardline.worker.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessNameTest {

  @Test
  void hasTheHostAndTheProcessId() {
    assertThat(ProcessName.ofThisProcess()).matches(".+-" + ProcessHandle.current().pid());
  }
}
