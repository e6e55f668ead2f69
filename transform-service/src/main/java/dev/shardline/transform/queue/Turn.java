package dev.shardline.transform.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Attempts that are computed one after the other, without a look at the queue between them.
 *
 * @param attempts at least one, unless nothing is left to do
 * @param unanswered counts those that are not settled
 */
record Turn(List<Attempt> attempts, CountDownLatch unanswered) {

  static Turn of(List<Attempt> attempts) {
    Turn turn = new Turn(List.copyOf(attempts), new CountDownLatch(attempts.size()));
    attempts.forEach(attempt -> attempt.whenSettled(turn.unanswered::countDown));
    return turn;
  }

  static Turn none() {
    return of(List.of());
  }

  /** Whether each has its answer, or will have none. */
  boolean isSettled() {
    return unanswered.getCount() == 0;
  }

  /** Waits until that is so, at most so long. */
  void awaitSettled(Duration atMost) throws InterruptedException {
    var _ = unanswered.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }
}
