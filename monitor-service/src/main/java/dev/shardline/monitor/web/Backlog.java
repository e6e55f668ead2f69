package dev.shardline.monitor.web;

import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.WatchedGroup;
import dev.shardline.monitor.group.LagWatch;
import java.util.List;

/**
 * The figure to scale on: records that are not processed, those in flight included, so that it does
 * not fall because workers are busy. An autoscaler must not take unknown for zero, so that is an
 * error. Thread-safe.
 */
final class Backlog {

  private final LagWatch watch;

  Backlog(LagWatch watch) {
    this.watch = watch;
  }

  /**
   * The backlog of a group, or the sum of several.
   *
   * @param names group ids, separated by commas
   * @return 200 with the figure; 404: a group is not watched; 503: a group's lag is unknown
   */
  Answer of(String names) {
    LagWatch.Standing standing = watch.standing();
    List<String> watched = watch.groups().stream().map(WatchedGroup::name).toList();
    List<String> groups = List.of(names.split(",", -1));
    long sum = 0;
    for (String group : groups) {
      if (!watched.contains(group)) {
        return Answer.problem(
            404, "group %s is not watched; set monitor.groups.%s".formatted(group, group));
      }
      Fact<Long> lag =
          standing
              .group(group)
              .map(GroupLag::lag)
              .orElse(Fact.unknown(standing.stale().orElse("not read")));
      switch (lag) {
        case Fact.Known<Long>(Long count) -> sum += count;
        case Fact.Unknown<Long>(String reason) -> {
          return Answer.problem(503, group + ": " + reason);
        }
      }
    }
    long backlog = sum;
    return Answer.ok(json -> {
      json.texts("groups", groups);
      json.number("backlog", backlog);
    });
  }
}
