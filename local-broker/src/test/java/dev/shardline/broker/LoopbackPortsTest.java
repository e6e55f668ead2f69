package dev.shardline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

  @Test
  void givesEachPortOnce() {
    assertThat(Stream.of(LoopbackPorts.free(20), LoopbackPorts.free(20)).flatMap(List::stream))
        .hasSize(40)
        .doesNotHaveDuplicates();
  }

  @Test
  void givesPortsOnWhichNothingListens() {
    assertThat(LoopbackPorts.free(5)).noneMatch(LoopbackPorts::isTaken);
  }

  @Test
  void givesNoPortThatAnOutgoingConnectionMayGetBeforeTheProcessListens() throws IOException {
    Path range = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    assumeThat(range).as("Linux tells the range of its outgoing connections").exists();
    int first;
    try (Scanner numbers = new Scanner(range, StandardCharsets.UTF_8)) {
      first = numbers.nextInt();
    }
    assumeThat(first).as("the usual range").isEqualTo(32_768);

    assertThat(LoopbackPorts.free(50)).allSatisfy(port -> assertThat(port).isLessThan(first));
  }

  @Test
  void givesNoPortThatAnotherJvmWasGivenAndDoesNotListenOnYet() throws IOException {
    int next = LoopbackPorts.free() + 1;
    assumeThat(next).as("the range ends elsewhere").isLessThan(29_000);

    try (DatagramSocket ofAnotherJvm = new DatagramSocket(next, InetAddress.getLoopbackAddress())) {
      assertThat(ofAnotherJvm.isBound()).isTrue();
      assertThat(LoopbackPorts.free()).isNotEqualTo(next);
    }
  }

  @Test
  void knowsAPortOnWhichSomethingListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(LoopbackPorts.isTaken(socket.getLocalPort())).isTrue();
    }
  }

  @Test
  void refusesMorePortsThanItHas() {
    assertThatThrownBy(() -> LoopbackPorts.free(10_000))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there are no 10000 ports to give");
  }
}
