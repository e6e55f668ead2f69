package dev.shardline.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StackTextTest {

  @Test
  void alignsSecondsWithin80Columns() {
    String step = StepLine.of("broker", Duration.ofMillis(4_260));
    String longer = StepLine.of("topics and share group", Duration.ofMillis(61_200));

    assertThat(step).startsWith("  broker ").endsWith(" 4.26 s").hasSizeLessThan(80);
    assertThat(longer).endsWith("61.20 s").hasSameSizeAs(step);
  }

  @Test
  void namesTheBrokerOnlyWhereCommandsDoNotLookByThemselves() {
    assertThat(StackAddresses.clusterOption("127.0.0.1:9092")).isEmpty();
    assertThat(StackAddresses.clusterOption("127.0.0.1:19092"))
        .isEqualTo(" --bootstrap-server 127.0.0.1:19092");
  }
}
