package dev.shardline.systemtests.fault;

import dev.shardline.systemtests.ledger.Ledger;

/** A job, and what goes wrong while it runs. */
interface FaultCase {

  /** What goes wrong. */
  String name();

  /** How many of its shards are meant to fail. */
  default int failed() {
    return 0;
  }

  /** Runs the job through the fault, and gives what readers found when all was over. */
  Ledger run(Ground ground) throws Exception;
}
