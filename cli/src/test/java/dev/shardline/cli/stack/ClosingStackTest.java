package dev.shardline.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosingStackTest {

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<String> closed = Collections.synchronizedList(new ArrayList<>());
  private final ClosingStack closing = new ClosingStack((what, took) -> told.add(what));

  @Test
  void closesTheLastFirstAndTellsWhatHasAName() {
    own("directory", "");
    own("broker", "broker stopped");
    own("services", "services drained");

    closing.close();

    assertThat(closed).containsExactly("services", "broker", "directory");
    assertThat(told).containsExactly("services drained", "broker stopped");
  }

  @Test
  void closesTheOthersWhenOneFailsToClose() {
    own("directory", "");
    closing.own(
        "",
        () ->
            () -> {
              throw new IllegalStateException("hangs");
            });
    own("services", "");

    assertThatThrownBy(closing::close).isInstanceOf(IllegalStateException.class);

    assertThat(closed).containsExactly("services", "directory");
  }

  @Test
  void closesEachThingOnce() {
    own("broker", "");

    closing.close();
    closing.close();

    assertThat(closed).containsExactly("broker");
  }

  @Test
  void opensNothingOnceItIsClosing() {
    closing.close();

    assertThatThrownBy(() -> own("broker", "")).isInstanceOf(CancellationException.class);
    assertThat(closing.isClosing()).isTrue();
  }

  @Test
  void missesNothingThatIsBeingOpenedWhileAnotherThreadCloses() throws InterruptedException {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread opener =
        Thread.startVirtualThread(() ->
            closing.own(
                "",
                () -> {
                  opening.countDown();
                  awaitUninterrupted(goOn);
                  return () -> closed.add("broker");
                }));
    opening.await();
    Thread closer = Thread.startVirtualThread(closing::close);

    goOn.countDown();
    opener.join();
    closer.join();

    assertThat(closed).containsExactly("broker");
  }

  private void own(String name, String ending) {
    closing.own(ending, () -> () -> closed.add(name));
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
