package dev.shardline.transform.partition;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes one item after the other off a stream, each once there is room for it.
 *
 * @param <T> what the stream has
 */
final class Intake<T> implements Flow.Subscriber<T> {

  private static final System.Logger LOG = System.getLogger(Intake.class.getName());

  private final Function<T, CompletionStage<Void>> taker;
  private Flow.@Nullable Subscription subscription;

  /**
   * An intake that is not subscribed.
   *
   * @param taker takes an item, and tells when there is room for another
   */
  Intake(Function<T, CompletionStage<Void>> taker) {
    this.taker = taker;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(T item) {
    Flow.Subscription source = Objects.requireNonNull(subscription);
    var _ = taker.apply(item).thenRun(() -> source.request(1));
  }

  @Override
  public void onError(Throwable failure) {
    LOG.log(System.Logger.Level.ERROR, "no further shards are taken", failure);
  }

  @Override
  public void onComplete() {
    // The topic has no end: the process is stopping.
  }
}
