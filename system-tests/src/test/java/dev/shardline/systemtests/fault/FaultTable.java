package dev.shardline.systemtests.fault;

import dev.shardline.systemtests.ledger.Ledger;

/** The lines that are printed, one for each fault. */
final class FaultTable {

  private static final String COLUMNS = "%-46s %6s %6s %6s %8s %14s %11s %14s%n";

  private FaultTable() {}

  static void printHead(Form form, long seed) {
    System.out.printf(
        "faults=%s seed=%d, repeated by -Dshardline.faults.seed=%d%n",
        form.name().toLowerCase(java.util.Locale.ROOT), seed, seed);
    System.out.printf(
        COLUMNS,
        "fault",
        "in",
        "done",
        "failed",
        "missing",
        "visible twice",
        "recomputed",
        "longest stall");
  }

  static void print(String fault, Ledger ledger) {
    System.out.printf(
        COLUMNS,
        fault,
        ledger.in(),
        ledger.with("DONE"),
        ledger.with("FAILED"),
        ledger.missing(),
        ledger.visibleTwice(),
        ledger.recomputed(),
        "%.1f s".formatted(ledger.longestStall().toMillis() / 1000.0));
  }
}
