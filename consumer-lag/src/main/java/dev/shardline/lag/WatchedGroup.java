package dev.shardline.lag;

import java.util.List;

/**
 * A group whose lag is asked for.
 *
 * @param name its group id
 * @param kind what it is taken for while it does not exist; what exists says itself what it is
 * @param topics what it is to process; empty: what it has positions in or is assigned, which is
 *     nothing as long as it never ran
 * @param start where it begins in a partition that it has no position in. Share groups say so
 *     themselves, and then this does not count
 * @param readCommitted whether its consumers see the records of committed transactions alone. Share
 *     groups say so themselves
 */
public record WatchedGroup(
    String name, GroupKind kind, List<String> topics, StartPolicy start, boolean readCommitted) {

  public WatchedGroup {
    topics = List.copyOf(topics);
  }

  /** A group whose consumers see every record. */
  public WatchedGroup(String name, GroupKind kind, List<String> topics, StartPolicy start) {
    this(name, kind, topics, start, false);
  }
}
