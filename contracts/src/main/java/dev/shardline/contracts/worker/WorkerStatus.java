package dev.shardline.contracts.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a worker is at. For watching alone: it is sent at best effort.
 *
 * @param worker the process, as results and dead letters name it
 * @param service what it is one of, such as {@code transform-service}
 * @param at when it was so
 * @param startedAt when the process began; another time under the same name is another process
 * @param interval how often it is told at least; 1 ms or above, whole milliseconds in JSON
 * @param slots how much can be worked on at a time, 1 or above
 * @param acquired how many records it holds now, those worked on included; 0 or above
 * @param draining whether it takes nothing new any more
 * @param ended whether this is the last message of the process
 * @param answers how many records it has answered since it began
 * @param running what is worked on now, at most {@link #MAX_RUNNING}, the oldest first
 */
public record WorkerStatus(
    String worker,
    String service,
    Instant at,
    Instant startedAt,
    Duration interval,
    int slots,
    int acquired,
    boolean draining,
    boolean ended,
    Answers answers,
    List<Running> running) {

  /** The most of what is worked on that one message tells. */
  public static final int MAX_RUNNING = 64;

  /** After so many intervals without a message a worker counts as gone. */
  public static final int INTERVALS_UNTIL_GONE = 3;

  public WorkerStatus {
    running = List.copyOf(running);
  }

  /** Whether the worker has ended, or was not heard of for so long that it counts as gone. */
  public boolean isGone(Instant now) {
    return ended || at.plus(interval.multipliedBy(INTERVALS_UNTIL_GONE)).isBefore(now);
  }

  /**
   * How many records came to which answer. A record that is answered twice counts twice.
   *
   * @param done those with a value, or ingested
   * @param failed those that never will be
   * @param cancelled those whose job was cancelled; a source never is
   */
  public record Answers(long done, long failed, long cancelled) {}

  /**
   * One record that is worked on.
   *
   * @param key the key of its answer: job id and index, or job id and source
   * @param work what it asks for in a few words; holds no address and no secret
   * @param startedAt when this attempt began
   * @param attempt which attempt at it this is, from 1
   */
  public record Running(String key, String work, Instant startedAt, int attempt) {}
}
