package dev.shardline.transform.result;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.tracing.TraceContext;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Remembers what was published, and makes it durable at once or when a test says. Thread-safe. */
public final class RecordingPublisher implements ResultPublisher {

  private final List<Published> published = new ArrayList<>();
  private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private boolean holding;

  /** From now on nothing becomes durable before {@link #confirmNext()}. */
  public synchronized RecordingPublisher holding() {
    holding = true;
    return this;
  }

  @Override
  public synchronized CompletableFuture<Void> publish(ShardResult result, TraceContext trace) {
    return add(new Published.Result(result, trace));
  }

  @Override
  public synchronized CompletableFuture<Void> publish(ReceivedRecord record, DeadLetter cause) {
    return add(new Published.Letter(record, cause));
  }

  /** What was published, in order; durable or not. */
  public synchronized List<Published> published() {
    return List.copyOf(published);
  }

  /** The results among it. */
  public synchronized List<ShardResult> results() {
    return published.stream()
        .filter(Published.Result.class::isInstance)
        .map(one -> ((Published.Result) one).result())
        .toList();
  }

  /** Makes the oldest that is not durable durable. */
  public void confirmNext() {
    next().complete(null);
  }

  /** Gives the oldest that is not durable up. */
  public void refuseNext() {
    next().completeExceptionally(new IllegalStateException("closed"));
  }

  private synchronized CompletableFuture<Void> next() {
    return waiting.remove();
  }

  private CompletableFuture<Void> add(Published one) {
    published.add(one);
    if (!holding) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> durable = new CompletableFuture<>();
    waiting.add(durable);
    return durable;
  }

  /** One answer or half of it. */
  public sealed interface Published {

    /** A result. */
    record Result(ShardResult result, TraceContext trace) implements Published {}

    /** A dead letter. */
    record Letter(ReceivedRecord record, DeadLetter cause) implements Published {}
  }
}
