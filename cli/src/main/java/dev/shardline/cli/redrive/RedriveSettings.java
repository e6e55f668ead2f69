package dev.shardline.cli.redrive;

/**
 * How letters are redriven.
 *
 * @param limit how many at most, 1 or more
 * @param maxRedrives how often a record may be brought back, 1 or more
 * @param again whether also if it was brought back or answered since
 * @param dryRun whether nothing is changed
 */
public record RedriveSettings(int limit, int maxRedrives, boolean again, boolean dryRun) {

  /** No limit. */
  public static final int ALL = Integer.MAX_VALUE;

  /** Enough to outlast a fault that was put right too early; few enough to notice a loop. */
  public static final int DEFAULT_MAX_REDRIVES = 3;

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public RedriveSettings {
    if (limit < 1) {
      throw new IllegalArgumentException("--limit must be 1 or above: " + limit);
    }
    if (maxRedrives < 1) {
      throw new IllegalArgumentException("--max-redrives must be 1 or above: " + maxRedrives);
    }
  }
}
