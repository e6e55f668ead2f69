package dev.shardline.systemtests.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Shards as a busy day brings them: most are tiny, some take a while. */
public final class Workload {

  private static final int LARGEST_SUM = 3000;

  private Workload() {}

  /** So many shards: one in five naps, one in twenty computes, for 50 to 500 ms. */
  public static List<Task> mixed(int shards, Random random) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      int kind = random.nextInt(20);
      Duration length = Duration.ofMillis(random.nextLong(50, 501));
      tasks.add(
          switch (kind) {
            case 0, 1, 2, 3 -> Task.nap(length);
            case 4 -> Task.spin(length);
            default -> Task.sum(random.nextLong(1, LARGEST_SUM));
          });
    }
    return tasks;
  }

  /** So many tiny shards. */
  public static List<Task> tiny(int shards) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      tasks.add(Task.sum(1 + i % LARGEST_SUM));
    }
    return tasks;
  }
}
