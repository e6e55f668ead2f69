package dev.shardline.transform.queue;

import java.util.function.IntSupplier;

/**
 * After how many deliveries the broker archives a record in silence: Kafka's default until the
 * broker has told. Thread-safe.
 */
public final class DeliveryLimit implements IntSupplier {

  private static final int KAFKA_DEFAULT = 5;

  private volatile int limit = KAFKA_DEFAULT;

  @Override
  public int getAsInt() {
    return limit;
  }

  /** The broker has told. */
  void set(int told) {
    limit = told;
  }
}
