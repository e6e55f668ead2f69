package dev.shardline.ingest.source.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostGatesTest {

  private final HostGates gates =
      new HostGates(new HostLimits(1, Double.POSITIVE_INFINITY, Duration.ofMinutes(1)));

  @Test
  void limitEachHostByItself() throws IOException {
    try (HostPermit one = gates.enter("a:443");
        HostPermit other = gates.enter("b:443")) {
      assertThat(one).isNotSameAs(other);
      assertThatThrownBy(() -> gates.enter("a:443"))
          .isInstanceOfSatisfying(
              SourceBusyException.class, busy -> assertThat(busy.delay()).isPositive());
    }

    gates.enter("a:443").close();
  }

  @Test
  void waitForAHostThatBecomesFree() throws Exception {
    HostPermit held = gates.enter("a:443");
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                gates.await("a:443", Duration.ofSeconds(30)).close();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });

    held.close();

    waiting.join();
    gates.enter("a:443").close();
  }

  @Test
  void waitNoLongerThanAllowed() throws IOException {
    try (HostPermit held = gates.enter("a:443")) {
      assertThatThrownBy(() -> gates.await("a:443", Duration.ofMillis(10)))
          .isInstanceOf(SourceBusyException.class);
      held.answered(System.nanoTime());
    }
  }

  @Test
  void stopWaitingWhenInterrupted() throws IOException {
    try (HostPermit held = gates.enter("a:443")) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> gates.await("a:443", Duration.ofSeconds(30)))
          .isInstanceOf(InterruptedIOException.class);

      assertThat(Thread.interrupted()).isTrue();
      held.answered(System.nanoTime());
    }
  }

  @Test
  void leaveAPermitOnlyOnce() throws IOException {
    HostPermit permit = gates.enter("a:443");
    permit.close();
    permit.close();

    try (HostPermit next = gates.enter("a:443")) {
      assertThatThrownBy(() -> gates.enter("a:443")).isInstanceOf(SourceBusyException.class);
      next.answered(System.nanoTime());
    }
  }
}
