package dev.shardline.ingest.request;

import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.worker.WorkerStatus.Answers;
import dev.shardline.contracts.worker.WorkerStatus.Running;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Which requests are worked on, and how many were taken and answered. Thread-safe. */
public final class RequestTally {

  private final InstantSource clock;
  private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
  private final LongAdder taken = new LongAdder();
  private final AtomicInteger held = new AtomicInteger();
  private final LongAdder ingested = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /**
   * Nothing so far.
   *
   * @param clock dates the attempts
   */
  public RequestTally(InstantSource clock) {
    this.clock = clock;
  }

  /** A request was taken off its topic. */
  void take() {
    taken.increment();
    held.incrementAndGet();
  }

  /**
   * An attempt at a request begins.
   *
   * @return to be closed at its end
   */
  Attempt begin(OpenRequest request) {
    Attempt attempt =
        new Attempt(
            new Running(
                request.id().key(),
                request.id().source(),
                clock.instant(),
                request.attempts() + 1));
    attempts.add(attempt);
    return attempt;
  }

  /** A request has its outcome, and its record is acknowledged. */
  void answered(SourceOutcome outcome) {
    held.decrementAndGet();
    switch (outcome) {
      case SourceOutcome.Ingested _ -> ingested.increment();
      case SourceOutcome.Failed _ -> failed.increment();
    }
  }

  /**
   * How many requests were taken so far: those answered and {@link #held()}, but for what changes
   * while it is read.
   */
  public long taken() {
    return taken.sum();
  }

  /**
   * How many requests were taken and not answered yet; at a stop, those that are left to be
   * delivered again.
   */
  public int held() {
    return held.get();
  }

  /** How many requests were answered, and how; none is ever cancelled. */
  public Answers answers() {
    return new Answers(ingested.sum(), failed.sum(), 0);
  }

  /** The attempts that began first, in that order, and at most so many. */
  public List<Running> oldest(int max) {
    return attempts.stream()
        .map(attempt -> attempt.running)
        .sorted(Comparator.comparing(Running::startedAt))
        .limit(max)
        .toList();
  }

  /** One attempt, until it is closed. */
  final class Attempt implements AutoCloseable {

    private final Running running;

    private Attempt(Running running) {
      this.running = running;
    }

    @Override
    public void close() {
      attempts.remove(this);
    }
  }
}
