package dev.shardline.transform.factorial;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A checkpoint that measures the CPU time of its thread from one call to the next, in seconds: no
 * other process stretches that. Confined to the thread that creates it.
 */
public final class Stretches implements Runnable {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long start = threads.getCurrentThreadCpuTime();
  private long last = start;
  private long longest;

  @Override
  public void run() {
    long now = threads.getCurrentThreadCpuTime();
    longest = Math.max(longest, now - last);
    last = now;
  }

  /** The longest time between two calls. */
  public double longest() {
    return longest / 1e9;
  }

  /** The time from the creation to the last call. */
  public double total() {
    return (last - start) / 1e9;
  }
}
