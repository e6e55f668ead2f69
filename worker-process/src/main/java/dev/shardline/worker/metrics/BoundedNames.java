package dev.shardline.worker.metrics;

import java.util.HashSet;
import java.util.Set;

/**
 * Names that are kept, up to a number of them; all that come later share one. Messages may make up
 * names without end, and each one that is counted apart takes memory here and wherever metrics are
 * kept. Thread-safe.
 */
public final class BoundedNames {

  private final int max;
  private final String further;
  private final Set<String> kept = new HashSet<>();

  /**
   * None yet.
   *
   * @param max how many are kept, 0 or above
   * @param further stands for all others
   */
  public BoundedNames(int max, String further) {
    this.max = max;
    this.further = further;
  }

  /** The name itself, if it is kept or can still be. */
  public synchronized String of(String name) {
    if (kept.contains(name) || name.equals(further)) {
      return name;
    }
    if (kept.size() == max) {
      return further;
    }
    kept.add(name);
    return name;
  }
}
