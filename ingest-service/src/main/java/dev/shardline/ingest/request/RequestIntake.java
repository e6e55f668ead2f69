package dev.shardline.ingest.request;

import java.util.concurrent.Flow;
import java.util.function.Function;

/**
 * Hands what comes off the topic to the workers.
 *
 * @param <T> a record as the topic's client has it
 */
public final class RequestIntake<T> implements Flow.Subscriber<T> {

  private static final System.Logger LOG = System.getLogger(RequestIntake.class.getName());

  private final RequestWorkers workers;
  private final Function<T, TakenRequest> taken;

  /**
   * @param workers answer the requests, and say how many they can take
   * @param taken understands a record
   */
  public RequestIntake(RequestWorkers workers, Function<T, TakenRequest> taken) {
    this.workers = workers;
    this.taken = taken;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    workers.takeFrom(subscription);
  }

  @Override
  public void onNext(T item) {
    workers.start(taken.apply(item));
  }

  @Override
  public void onError(Throwable failure) {
    LOG.log(System.Logger.Level.ERROR, "no further requests are taken", failure);
  }

  @Override
  public void onComplete() {
    // The topic has no end: the process is stopping.
  }
}
