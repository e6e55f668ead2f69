package dev.shardline.lag.cluster;

import dev.shardline.lag.Fact;
import dev.shardline.lag.Partition;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A group and what it is to process.
 *
 * @param partitions those that are known
 * @param complete all of them; unknown: why there may be more
 */
record Watched(GroupState state, Set<Partition> partitions, Fact<Set<Partition>> complete) {

  private static final String NOTHING =
      "the group does not exist and nothing says what it is to process; configure its topics";

  static Watched of(GroupState state, Map<String, Fact<Set<Partition>>> topics) {
    Set<Partition> known = new TreeSet<>();
    Fact<Set<Partition>> complete = Fact.known(known);
    Collection<String> names = topics(state);
    for (String name : names) {
      switch (topics.getOrDefault(name, Fact.unknown("the brokers say nothing of topic " + name))) {
        case Fact.Known<Set<Partition>>(Set<Partition> partitions) -> known.addAll(partitions);
        case Fact.Unknown<Set<Partition>> unknown -> complete = unknown;
      }
    }
    return new Watched(state, known, names.isEmpty() ? Fact.unknown(NOTHING) : complete);
  }

  /** Which topics a group processes. */
  static Set<String> topics(GroupState state) {
    if (!state.group().topics().isEmpty()) {
      return Set.copyOf(state.group().topics());
    }
    Set<String> topics = new TreeSet<>(state.membership().topics());
    state
        .positions()
        .found()
        .ifPresent(positions -> positions.keySet().forEach(at -> topics.add(at.topic())));
    return topics;
  }
}
