package dev.shardline.transform.factorial;

import dev.shardline.transform.integer.IntegerSummary;

/** What a worker does with one number, as a program of its own. */
final class Summarise {
  private Summarise() {}

  public static void main(String[] arguments) {
    int n = Integer.parseInt(arguments[0]);
    System.out.println(IntegerSummary.of(FactorialSum.of(n, () -> {})));
  }
}
