package dev.shardline.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

class ShareGroupSetupTest {

  @Test
  void leavesOutASettingThatTheBrokersDoNotKnow() {
    Config present = new Config(List.of(new ConfigEntry("share.auto.offset.reset", "latest")));

    assertThat(ShareGroupSetup.compare(present))
        .extracting(Step::toString)
        .containsExactly(
            "alter  share group shardline-transform: share.auto.offset.reset=earliest"
                + " (was latest by default)");
  }
}
