package dev.shardline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.broker.LoopbackPorts;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UnreachableClusterTest {

  @Test
  void saysWhichAddressDoesNotAnswerAndHowToStartABroker() {
    String nobody = "127.0.0.1:" + LoopbackPorts.free();

    CommandRun run = CommandRun.of("submit", "2500", "--bootstrap-server", nobody);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CLUSTER);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "shardline: no Kafka broker answers at "
                + nobody
                + "; start one on this machine with ./shardline up, or name another with"
                + " --bootstrap-server\n");
  }

  @Test
  void saysSoOfAHostThatDoesNotExist() {
    CommandRun run = CommandRun.of("topics", "--bootstrap-server", "no-such-host.invalid:9092");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CLUSTER);
    assertThat(run.err())
        .startsWith("shardline: no Kafka broker answers at no-such-host.invalid:9092;");
  }
}
