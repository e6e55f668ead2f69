package dev.shardline.lag.cluster;

/** A topic that transactions wrote to: committed ones, one that was aborted, and an open one. */
final class Transactions {

  private Transactions() {}

  /** Writes 12 records that are committed, 3 that are aborted and 2 whose transaction is open. */
  static void write(LagScene scene) {
    try (var producer = scene.transactional()) {
      for (int i = 0; i < 3; i++) {
        producer.beginTransaction();
        scene.write(producer, 0, 4);
        producer.commitTransaction();
      }
      producer.beginTransaction();
      scene.write(producer, 0, 3);
      producer.flush();
      producer.abortTransaction();
    }
    var open = scene.transactional();
    open.beginTransaction();
    scene.write(open, 0, 2);
    open.flush();
    // It ends with the test's JVM or by its timeout: closing it would abort it.
  }
}
