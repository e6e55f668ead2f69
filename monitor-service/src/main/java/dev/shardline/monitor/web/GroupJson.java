package dev.shardline.monitor.web;

import dev.shardline.monitor.overview.GroupView;
import org.jspecify.annotations.Nullable;

/** The JSON of a group: the components of its records by their names, in their order. */
final class GroupJson {

  private GroupJson() {}

  static void write(JsonWriter json, GroupView group) {
    json.text("group", group.group());
    json.text("kind", group.kind());
    json.text("state", group.state());
    json.flag("known", group.known());
    json.text("reason", group.reason());
    json.count("lag", group.lag());
    json.count("inFlight", group.inFlight());
    json.text("inFlightReason", group.inFlightReason());
    json.count("waiting", group.waiting());
    json.measure("oldestAgeSeconds", group.oldestAgeSeconds());
    json.measure("oldestAgeAtLeastSeconds", group.oldestAgeAtLeastSeconds());
    json.measure("oldestAgeAtMostSeconds", group.oldestAgeAtMostSeconds());
    json.text("oldestAgeReason", group.oldestAgeReason());
    json.measure("rateInPerSecond", group.rateInPerSecond());
    json.measure("rateOutPerSecond", group.rateOutPerSecond());
    json.measure("secondsToEmpty", group.secondsToEmpty());
    json.text("secondsToEmptyReason", group.secondsToEmptyReason());
    json.count("members", widened(group.members()));
    json.text("membersReason", group.membersReason());
    json.count("attemptsAboveOne", group.attemptsAboveOne());
    json.text("attemptsAboveOneReason", group.attemptsAboveOneReason());
    json.objects("partitions", group.partitions(), GroupJson::partition);
  }

  private static void partition(JsonWriter json, GroupView.PartitionView partition) {
    json.text("topic", partition.topic());
    json.number("partition", partition.partition());
    json.count("position", partition.position());
    json.count("logStart", partition.logStart());
    json.count("logEnd", partition.logEnd());
    json.count("lag", partition.lag());
    json.flag("known", partition.known());
    json.text("reason", partition.reason());
    json.measure("oldestAgeSeconds", partition.oldestAgeSeconds());
  }

  private static @Nullable Long widened(@Nullable Integer value) {
    return value == null ? null : value.longValue();
  }
}
