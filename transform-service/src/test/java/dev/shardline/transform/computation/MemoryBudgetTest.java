package dev.shardline.transform.computation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.Thread.State;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MemoryBudgetTest {

  private final MemoryBudget budget = new MemoryBudget(100);

  @Test
  void givesAllThatThereIs() throws InterruptedException {
    try (var reserved = budget.reserve(60);
        var rest = budget.reserve(40)) {
      assertThat(reserved).isNotSameAs(rest);
    }

    budget.reserve(100).close();
  }

  @Test
  void refusesWhatItWillNeverHave() {
    assertThatThrownBy(() -> budget.reserve(101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("101 bytes of a budget of 100");
  }

  @Test
  void waitsUntilEnoughIsGivenBack() throws Exception {
    var large = budget.reserve(60);
    var small = budget.reserve(40);
    Reserving waiting = new Reserving(70);

    small.close();
    waiting.awaitWaiting();
    large.close();

    waiting.reservation().close();
  }

  @Test
  void wakesAllThatFit() throws Exception {
    var all = budget.reserve(100);
    Reserving one = new Reserving(50);
    Reserving other = new Reserving(50);

    all.close();

    one.reservation().close();
    other.reservation().close();
  }

  @Test
  void takesAReservationBackOnce() throws Exception {
    var twice = budget.reserve(60);
    twice.close();
    twice.close();

    var all = budget.reserve(100);
    Reserving waiting = new Reserving(1);
    all.close();

    waiting.reservation().close();
  }

  @Test
  void growsAReservationOnceThereIsEnough() throws Exception {
    var growing = budget.reserve(30);
    var other = budget.reserve(60);
    FutureTask<MemoryBudget.Reservation> growth = new FutureTask<>(grown(growing, 80));
    Thread thread = Thread.ofPlatform().daemon().start(growth);
    await().until(() -> thread.getState() == State.WAITING);

    other.close();
    growth.get();

    Reserving waiting = new Reserving(21);
    growing.close();
    waiting.reservation().close();
    budget.reserve(100).close();
  }

  @Test
  void growsTwoReservationsThatDoNotFitTogether() throws Exception {
    var one = budget.reserve(50);
    var other = budget.reserve(50);
    FutureTask<Void> growth =
        new FutureTask<>(() -> {
          one.growTo(100);
          one.close();
          return null;
        });
    Thread.ofPlatform().daemon().start(growth);

    other.growTo(100);
    other.close();
    growth.get();

    budget.reserve(100).close();
  }

  @Test
  void leavesAReservationThatIsLargeEnough() throws Exception {
    var all = budget.reserve(100);
    all.growTo(70);
    Reserving waiting = new Reserving(1);
    all.close();

    waiting.reservation().close();
  }

  @Test
  void letsAWaitBeInterrupted() throws Exception {
    try (var all = budget.reserve(100)) {
      Reserving waiting = new Reserving(1);

      waiting.thread.interrupt();

      assertThatThrownBy(waiting::reservation)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedException.class);
      assertThat(all).isNotNull();
    }
    budget.reserve(100).close();
  }

  private static Callable<MemoryBudget.Reservation> grown(
      MemoryBudget.Reservation reservation, long bytes) {
    return () -> {
      reservation.growTo(bytes);
      return reservation;
    };
  }

  /** A thread that was seen waiting for its reservation. */
  private final class Reserving {

    private final FutureTask<MemoryBudget.Reservation> task;
    private final Thread thread;

    Reserving(long bytes) {
      task = new FutureTask<>(() -> budget.reserve(bytes));
      thread = Thread.ofPlatform().daemon().start(task);
      awaitWaiting();
    }

    void awaitWaiting() {
      await().until(() -> thread.getState() == State.WAITING);
    }

    MemoryBudget.Reservation reservation() throws ExecutionException, InterruptedException {
      return task.get();
    }
  }
}
