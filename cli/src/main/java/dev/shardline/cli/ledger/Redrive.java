package dev.shardline.cli.ledger;

import dev.shardline.contracts.requeue.Requeued;

/** Tells redrives from further attempts. */
final class Redrive {

  private Redrive() {}

  /**
   * Whether a record was put on its topic by a redrive. One that waited for another attempt after a
   * redrive keeps the count of redrives, but it was tried meanwhile.
   */
  static boolean isOne(Requeued requeued) {
    return requeued.redrives() > 0 && requeued.attempts() == 0;
  }
}
