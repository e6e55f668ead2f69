package dev.shardline.cli.bench.parts;

import java.util.ArrayList;
import java.util.List;

/**
 * What is measured.
 *
 * @param workers how many transform services of one slot share the work, 1 or above
 * @param number the input, 2 or above
 * @param parts into how many it is divided, each from 2 to {@link
 *     dev.shardline.contracts.shard.Shard#MAX_PARTS}
 * @param rounds how often, 1 or above
 */
public record PartsPlan(int workers, long number, List<Integer> parts, int rounds) {

  static final int WHOLE = 1;

  public PartsPlan {
    parts = List.copyOf(parts);
  }

  /** The whole, and then each division. */
  List<Integer> divisions() {
    List<Integer> divisions = new ArrayList<>(List.of(WHOLE));
    divisions.addAll(parts);
    return divisions;
  }
}
