package dev.shardline.cli.topics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic as it is to be.
 *
 * @param name its name
 * @param partitions how many it is created with
 * @param replicationFactor -1: as the brokers are configured
 * @param configs what it is created with; also sorted by name, to be told in a fixed order
 * @param requirements what has to hold also where it is there already
 */
record PlannedTopic(
    String name,
    int partitions,
    short replicationFactor,
    Map<String, String> configs,
    List<Requirement> requirements) {

  PlannedTopic {
    TreeMap<String, String> all = new TreeMap<>(configs);
    requirements.forEach(requirement -> all.put(requirement.key(), requirement.value()));
    configs = Collections.unmodifiableMap(all);
    requirements = List.copyOf(requirements);
  }
}
