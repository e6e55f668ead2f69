package dev.shardline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class UpCommandTest {

  @Test
  void tellsInOneLineThatItsPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run = CommandRun.of("up", "--port", Integer.toString(taken.getLocalPort()));

      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err())
          .isEqualTo(
              "shardline: port "
                  + taken.getLocalPort()
                  + " is in use: stop what listens there, or choose another one with --port\n");
    }
  }

  @Test
  void refusesToRunWithoutTransforms() {
    CommandRun run = CommandRun.of("up", "--transforms", "0");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).isEqualTo("shardline: up: --transforms must be from 1 to 64, was 0\n");
  }
}
