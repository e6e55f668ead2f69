package dev.shardline.cli.lag;

import dev.shardline.lag.Age;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.PartitionLag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lag for people: a line for each partition and each group, and why a figure is not known. */
public final class LagTable {

  private static final String UNKNOWN = "unknown";

  private LagTable() {}

  /** The lines. */
  public static List<String> of(LagReading reading) {
    int width =
        reading.groups().stream()
            .flatMap(group ->
                group.partitions().stream().map(each -> each.partition().toString().length() + 2))
            .max(Integer::compare)
            .orElse(0);
    width =
        Math.max(
            width,
            reading.groups().stream().mapToInt(group -> group.name().length()).max().orElse(0));
    List<String> lines = new ArrayList<>();
    lines.add(row(width, "GROUP, PARTITION", "LAG", "OLDEST", "POSITION", "END", "MEMBERS"));
    for (GroupLag group : reading.groups()) {
      lines.add(
          row(
              width,
              group.name(),
              number(group.lag()),
              age(group.oldest(), reading.at()),
              "",
              "",
              group.members().found().map(String::valueOf).orElse(UNKNOWN)));
      for (PartitionLag partition : group.partitions()) {
        lines.add(line(width, partition, reading.at()));
      }
    }
    reading
        .groups()
        .forEach(group ->
            group
                .lag()
                .problem()
                .ifPresent(reason -> lines.add(group.name() + " is unknown: " + reason)));
    return lines;
  }

  private static String line(int width, PartitionLag partition, Instant now) {
    return row(
        width,
        "  " + partition.partition(),
        number(partition.lag()),
        age(partition.oldest(), now),
        partition.position().isPresent() ? Long.toString(partition.position().getAsLong()) : "none",
        partition.log() == null ? UNKNOWN : Long.toString(partition.log().end()),
        "");
  }

  private static String row(
      int width, String what, String lag, String oldest, String position, String end, String who) {
    return String.format(
            Locale.ROOT,
            "%-" + Math.max(16, width) + "s %10s %14s %10s %10s %8s",
            what,
            lag,
            oldest,
            position,
            end,
            who)
        .stripTrailing();
  }

  private static String number(Fact<Long> figure) {
    return figure.found().map(String::valueOf).orElse(UNKNOWN);
  }

  private static String age(Fact<Optional<Age>> oldest, Instant now) {
    return switch (oldest) {
      case Fact.Unknown<Optional<Age>> _ -> UNKNOWN;
      case Fact.Known<Optional<Age>>(Optional<Age> age) ->
          age.map(each -> text(each, now)).orElse("-");
    };
  }

  private static String text(Age age, Instant now) {
    String atMost = text(age.notBefore(), now);
    return age.isExact() ? atMost : text(age.notAfter(), now) + " to " + atMost;
  }

  private static String text(Instant written, Instant now) {
    long seconds = Math.max(0, Duration.between(written, now).toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }
}
