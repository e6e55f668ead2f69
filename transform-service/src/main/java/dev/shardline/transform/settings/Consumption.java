package dev.shardline.transform.settings;

/** Where shards come from. */
public enum Consumption {
  /** A share group: more workers than partitions, a lock for each shard. */
  QUEUE("shardline-transform"),
  /** A classic consumer group, for brokers without share groups. */
  PARTITIONS("shardline-transform-partitions");

  private final String defaultGroup;

  Consumption(String defaultGroup) {
    this.defaultGroup = defaultGroup;
  }

  /** The group's name, unless another is configured. */
  public String defaultGroup() {
    return defaultGroup;
  }
}
