package dev.shardline.transform.computation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.SpareCores;
import dev.shardline.transform.gmp.GmpFactorialSum;
import dev.shardline.transform.gmp.RequiresGmp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class IdleSlotsTest {

  private final AtomicInteger busy = new AtomicInteger(1);
  private final IdleSlots twoSlots = new IdleSlots(2, busy::get);

  @Test
  void doesBothAtTheSameTimeWhereASlotIsIdle() {
    assertThat(areDoneAtTheSameTime(twoSlots)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "4, 4"})
  void doesOneAfterTheOtherWhereNoSlotIsIdle(int slots, int computing) {
    List<Thread> threads = new ArrayList<>();

    new IdleSlots(slots, () -> computing)
        .both(
            IdleSlotsTest::goOn,
            here -> threads.add(Thread.currentThread()),
            there -> threads.add(Thread.currentThread()));

    assertThat(threads).containsExactly(Thread.currentThread(), Thread.currentThread());
  }

  @Test
  void lendsACoreToOneAtATimeAndTakesItBack() {
    AtomicReference<Thread> inner = new AtomicReference<>();
    CountDownLatch asked = new CountDownLatch(1);
    twoSlots.both(
        IdleSlotsTest::goOn,
        here -> {
          twoSlots.both(IdleSlotsTest::goOn, c -> {}, c -> inner.set(Thread.currentThread()));
          asked.countDown();
        },
        there -> await(asked));

    assertThat(inner).hasValue(Thread.currentThread());
    assertThat(areDoneAtTheSameTime(twoSlots)).isTrue();
  }

  @Test
  void asksAnewAtEachStep() {
    busy.set(2);
    AtomicReference<Thread> first = new AtomicReference<>();
    twoSlots.both(IdleSlotsTest::goOn, c -> {}, c -> first.set(Thread.currentThread()));
    busy.set(1);
    AtomicReference<Thread> second = new AtomicReference<>();
    twoSlots.both(IdleSlotsTest::goOn, c -> {}, c -> second.set(Thread.currentThread()));

    assertThat(first).hasValue(Thread.currentThread());
    assertThat(second.get()).isNotSameAs(Thread.currentThread());
  }

  @Test
  void endsTheOtherPieceWhenOneIsAbandoned() {
    CancellationException abandoned = new CancellationException("no longer wanted");
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<Throwable> ended = new AtomicReference<>();

    assertThatThrownBy(() ->
            twoSlots.both(
                IdleSlotsTest::goOn,
                here -> {
                  await(running);
                  throw abandoned;
                },
                there -> {
                  running.countDown();
                  try {
                    goOnForEver(there);
                  } catch (CancellationException e) {
                    ended.set(e);
                    throw e;
                  }
                }))
        .isSameAs(abandoned);
    assertThat(ended.get()).hasMessage("the other piece has ended");
    assertThat(areDoneAtTheSameTime(twoSlots)).isTrue();
  }

  @Test
  void passesOnWhatThePieceOnTheOtherCoreThrows() {
    for (Throwable failure :
        List.of(new IllegalStateException("there"), new OutOfMemoryError("there"))) {
      assertThatThrownBy(() ->
              twoSlots.both(
                  IdleSlotsTest::goOn,
                  here -> {},
                  there -> {
                    if (failure instanceof Error error) {
                      throw error;
                    }
                    throw (RuntimeException) failure;
                  }))
          .isSameAs(failure);
    }
    assertThat(areDoneAtTheSameTime(twoSlots)).isTrue();
  }

  @Test
  void endsThePieceOnTheOtherCoreWhenItsCallerIsInterrupted() {
    Thread caller = Thread.currentThread();

    assertThatThrownBy(() ->
            twoSlots.both(
                IdleSlotsTest::goOn,
                here -> {},
                there -> {
                  caller.interrupt();
                  goOnForEver(there);
                }))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void stopsBothPiecesByTheirTokens() {
    AtomicInteger asked = new AtomicInteger();
    Runnable token =
        () -> {
          if (asked.incrementAndGet() > 1000) {
            throw new CancellationException();
          }
        };

    assertThatThrownBy(
            () -> twoSlots.both(token, IdleSlotsTest::goOnForEver, IdleSlotsTest::goOnForEver))
        .isInstanceOf(CancellationException.class);
    assertThat(areDoneAtTheSameTime(twoSlots)).isTrue();
  }

  @Test
  void helpsJavaToTheSameValue() {
    AtomicInteger shared = new AtomicInteger();
    boolean same =
        FactorialSum.of(200_000, IdleSlotsTest::goOn, counting(shared))
            .equals(FactorialSum.of(200_000, IdleSlotsTest::goOn));

    assertThat(same).isTrue();
    assertThat(shared).hasPositiveValue();
  }

  @Test
  @RequiresGmp
  void helpsGmpToTheSameValue() {
    AtomicInteger shared = new AtomicInteger();
    boolean same =
        GmpFactorialSum.of(400_000, IdleSlotsTest::goOn, counting(shared))
            .equals(GmpFactorialSum.of(400_000, IdleSlotsTest::goOn));

    assertThat(same).isTrue();
    assertThat(shared).hasPositiveValue();
  }

  @Test
  @RequiresGmp
  void leavesNoPieceBehindWhenASumIsAbandoned() {
    for (int last = 1; last < 20_000; last += 997) {
      AtomicInteger left = new AtomicInteger(last);
      Runnable token =
          () -> {
            if (left.decrementAndGet() <= 0) {
              throw new CancellationException();
            }
          };
      assertThatThrownBy(() -> GmpFactorialSum.of(900_000, token, twoSlots))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().endsWith("-spare"));
    }
  }

  /** Counts how often a core was spare. */
  private SpareCores counting(AtomicInteger shared) {
    Thread caller = Thread.currentThread();
    return (checkpoint, here, there) ->
        twoSlots.both(
            checkpoint,
            here,
            own -> {
              if (Thread.currentThread() != caller) {
                shared.incrementAndGet();
              }
              there.accept(own);
            });
  }

  /** Each waits for the other, which would be for ever on one thread. */
  private static boolean areDoneAtTheSameTime(SpareCores cores) {
    CountDownLatch here = new CountDownLatch(1);
    CountDownLatch there = new CountDownLatch(1);
    cores.both(
        IdleSlotsTest::goOn,
        c -> {
          here.countDown();
          await(there);
        },
        c -> {
          there.countDown();
          await(here);
        });
    return true;
  }

  private static void goOn() {}

  private static void goOnForEver(Runnable checkpoint) {
    while (true) {
      checkpoint.run();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new CancellationException();
    }
  }
}
