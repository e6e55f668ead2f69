package dev.shardline.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void givesEachPortOnce() {
    assertThat(Ports.free(20)).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void givesPortsThatAreFree() {
    assertThat(Ports.free(5))
        .allSatisfy(
            port -> assertThatCode(() -> Ports.requireFree(port)).doesNotThrowAnyException());
  }

  @Test
  void refusesAPortOnWhichSomethingListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();

      assertThatThrownBy(() -> Ports.requireFree(port))
          .isInstanceOf(StackException.class)
          .hasMessage(
              "port %d is in use: stop what listens there, or choose another one with --port",
              port);
    }
  }

  @Test
  void refusesAPortOnWhichSomethingListensOnAllAddresses() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      int port = socket.getLocalPort();

      assertThatThrownBy(() -> Ports.requireFree(port)).isInstanceOf(StackException.class);
    }
  }
}
