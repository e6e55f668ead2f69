package dev.shardline.cli.bench.processes;

import java.util.List;

/**
 * Transform services that do the work together.
 *
 * @param name of this way to divide it
 * @param processes how many, 1 or above
 * @param slots how many shards each computes at a time, 1 or above
 */
record Crew(String name, int processes, int slots) {

  static final String SEQUENTIAL = "sequential";
  static final String THREADS = "threads";
  static final String PROCESSES = "processes";
  static final String CROWD = "more than cores";

  /**
   * The tutorial's, and one that is too large for the machine.
   *
   * @param workers how many compute at a time where more than one does
   * @param crowd how many processes are too many
   */
  static List<Crew> all(int workers, int crowd) {
    return List.of(
        new Crew(SEQUENTIAL, 1, 1),
        new Crew(THREADS, 1, workers),
        new Crew(PROCESSES, workers, 1),
        new Crew(CROWD, crowd, 1));
  }

  int workers() {
    return processes * slots;
  }

  /** Its name and what it has. */
  @Override
  public String toString() {
    return name + ": " + counted(processes, "JVM") + " of " + counted(slots, "thread");
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
