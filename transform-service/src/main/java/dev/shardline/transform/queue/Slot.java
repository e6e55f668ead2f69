package dev.shardline.transform.queue;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.transform.shard.ShardWork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One CPU slot: a thread that computes, and one, the caller of {@link #serve}, that talks to the
 * queue and never computes. While a record is renewed, Kafka's share consumer gives out no other;
 * so a consumer that holds a long shard cannot feed other threads, and each slot has its own.
 */
final class Slot {

  private static final System.Logger LOG = System.getLogger(Slot.class.getName());

  /** How long the queue thread waits before it looks at the drain again. */
  private static final Duration TURN = Duration.ofMillis(250);

  /**
   * So often, within one lock, it is renewed: a pause of the JVM for a third of it does no harm.
   */
  private static final int RENEWALS_PER_LOCK = 3;

  /** How long a computation that was given up may take to end before another thread takes over. */
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

  private final AcquisitionSize size = new AcquisitionSize();
  private final ShardWork work;
  private final Attempts attempts;
  private final ComputeThread computeThread;
  private final Drain drain;
  private final LostLocks lostLocks;
  private final ShardMeter meter;
  private final GivingBack givingBack;
  private final Histories histories;
  private volatile boolean joined;

  /**
   * A slot that is idle.
   *
   * @param computeThread computes one turn at a time
   * @param gate what it waits for before it begins anything
   * @param drain says when to stop
   * @param lostLocks counts the locks that this slot loses
   * @param meter counts the records that come and leave
   */
  Slot(
      ShardWork work,
      Attempts attempts,
      ComputeThread computeThread,
      Gate gate,
      Drain drain,
      LostLocks lostLocks,
      ShardMeter meter) {
    this.work = work;
    this.attempts = attempts;
    this.computeThread = computeThread;
    this.drain = drain;
    this.lostLocks = lostLocks;
    this.meter = meter;
    this.givingBack = new GivingBack(attempts, meter);
    this.histories = new Histories(gate, attempts, drain, meter);
  }

  /**
   * Takes shards until the drain begins, another acquisition size is better, or the gate does not
   * open for those that came, and returns when none is held any more. The queue is not closed.
   *
   * @param queue gives {@link #acquisitionSize()} records at a time
   * @throws InterruptedException if the thread is interrupted
   */
  void serve(ShardQueue queue) throws InterruptedException {
    int served = size.get();
    while (!drain.hasBegun() && size.get() == served) {
      awaitEndOfAbandoned();
      if (!attempts.awaitTogether(TURN)) {
        continue;
      }
      long asked = System.nanoTime();
      List<ReceivedRecord> acquired = queue.acquire(TURN);
      meter.acquired(acquired.size());
      joined = joined || queue.hasJoined();
      if (!acquired.isEmpty() && !finish(acquired, new Lease(asked, queue.lockDuration()), queue)) {
        break;
      }
    }
    queue.flush();
  }

  /** Whether its queue has let it in; by any thread. */
  boolean hasJoined() {
    return joined;
  }

  /** How many shards the queue should give at a time. */
  int acquisitionSize() {
    return size.get();
  }

  /** Whether they were begun, and not all of them given back. */
  private boolean finish(List<ReceivedRecord> acquired, Lease lease, ShardQueue queue)
      throws InterruptedException {
    List<ReceivedRecord> known = new ArrayList<>(acquired);
    var histories = histories(known, lease, queue);
    if (histories.isEmpty()) {
      givingBack.all(known, queue);
      return false;
    }
    List<Attempt> all =
        known.stream().map(record -> attempt(record, histories.get(), lease)).toList();
    Deque<Turn> turns =
        Turns.of(all, attempt -> attempts.decide(attempt.record(), attempt.history()));
    Holding holding = new Holding(all, attempts, drain, lostLocks, meter, givingBack, queue, lease);
    Turn turn = Turn.none();
    try {
      while (!holding.isEmpty()) {
        if (turn.isSettled() && !turns.isEmpty()) {
          turn = turns.remove();
          computeThread.begin(turn.attempts());
        }
        awaitAnswers(turn, holding, queue.lockDuration().dividedBy(RENEWALS_PER_LOCK));
        holding.settle();
        holding.stuck().ifPresent(stuck -> goOnWithout(stuck, holding));
        holding.renew();
      }
      size.learn(all.stream().map(Attempt::cost).filter(Duration::isPositive).toList());
    } finally {
      // Not empty only if the queue failed.
      holding.abandon();
    }
    return true;
  }

  private Optional<Map<RecordPosition, AttemptHistory>> histories(
      List<ReceivedRecord> known, Lease lease, ShardQueue queue) throws InterruptedException {
    try {
      return histories.await(known, lease, queue);
    } catch (RuntimeException | InterruptedException e) {
      known.forEach(record -> meter.lost());
      throw e;
    }
  }

  private Attempt attempt(
      ReceivedRecord record, Map<RecordPosition, AttemptHistory> histories, Lease lease) {
    return new Attempt(
        record, histories.getOrDefault(record.position(), AttemptHistory.NONE), work, lease);
  }

  /** Waits for a turn's answers, but not beyond what has to be done about the others. */
  private void awaitAnswers(Turn turn, Holding holding, Duration atMost)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    boolean drainWasSeen = drain.hasBegun();
    while (!turn.isSettled()
        && System.nanoTime() - deadline < 0
        && !drain.isOver()
        && drain.hasBegun() == drainWasSeen
        && holding.stuck().isEmpty()
        && !holding.holdsUpOthers()) {
      turn.awaitSettled(TURN);
    }
  }

  private void goOnWithout(Attempt stuck, Holding holding) {
    LOG.log(
        Level.ERROR,
        "The computation of the shard at %s does not stop though it was told to; its thread is given up, and takes a core until this process ends"
            .formatted(stuck.record().position()));
    stuck.answerInstead();
    computeThread.replace();
    // They stood behind it on the thread that does not come back.
    computeThread.begin(holding.waiting());
  }

  /** What was given up while it was computed still has the thread. */
  private void awaitEndOfAbandoned() throws InterruptedException {
    if (!computeThread.awaitIdle(ENDS_WITHIN)) {
      computeThread.replace();
    }
  }
}
