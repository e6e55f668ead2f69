package dev.shardline.cli.topics;

import java.util.Map;
import java.util.stream.Collectors;

/** One thing that a cluster needs, or has. Each tells itself on one line. */
public sealed interface Step {

  /** A topic is missing. */
  record CreateTopic(PlannedTopic topic) implements Step {

    @Override
    public String toString() {
      String configs =
          topic.configs().entrySet().stream()
              .map(Map.Entry::toString)
              .collect(Collectors.joining(", "));
      return "create topic " + topic.name() + ": partitions=" + topic.partitions() + ", " + configs;
    }
  }

  /** A setting of a topic breaks a guarantee. */
  record AlterTopic(String topic, String key, String present, String value) implements Step {

    @Override
    public String toString() {
      return "alter  topic " + topic + ": " + key + "=" + value + " (was " + present + ")";
    }
  }

  /** A setting of a share group breaks a guarantee. */
  record AlterGroup(String group, String key, String present, String value) implements Step {

    @Override
    public String toString() {
      return "alter  share group " + group + ": " + key + "=" + value + " (was " + present + ")";
    }
  }

  /**
   * All is well, or nothing can be done about it.
   *
   * @param what the topic or group
   * @param remark why it is left as it is, empty where that needs no word
   */
  record Keep(String what, String remark) implements Step {

    @Override
    public String toString() {
      return "keep   " + what + (remark.isEmpty() ? "" : ": " + remark);
    }
  }
}
