package dev.shardline.cli.lag;

import dev.shardline.lag.Age;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.LagReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What lag may be.
 *
 * @param maxLag of each group, records; empty: any number
 * @param maxAge of the oldest record of each group; empty: any age
 */
public record LagLimits(OptionalLong maxLag, Optional<Duration> maxAge) {

  /** What is not known may be beyond any limit. */
  public boolean isUnknown(LagReading reading) {
    return reading.groups().stream()
        .anyMatch(group ->
            group.lag().problem().isPresent()
                || (maxAge.isPresent() && ageIsUnknown(group, reading.at())));
  }

  /** What is beyond, a sentence for each. */
  public List<String> exceeded(LagReading reading) {
    List<String> exceeded = new ArrayList<>();
    for (GroupLag group : reading.groups()) {
      maxLag.ifPresent(max ->
          group
              .lag()
              .found()
              .filter(lag -> lag > max)
              .ifPresent(lag ->
                  exceeded.add(
                      "%s: lag %d is above --max-lag %d".formatted(group.name(), lag, max))));
      maxAge.ifPresent(max ->
          oldest(group)
              .map(age -> Duration.between(age.notAfter(), reading.at()))
              .filter(age -> age.compareTo(max) > 0)
              .ifPresent(age ->
                  exceeded.add(
                      "%s: the oldest record is %d s old, above --max-age %d s"
                          .formatted(group.name(), age.toSeconds(), max.toSeconds()))));
    }
    return exceeded;
  }

  /** Certain only if it is too old at least, or within the limit at most. */
  private boolean ageIsUnknown(GroupLag group, Instant now) {
    return group.oldest().problem().isPresent()
        || oldest(group)
            .filter(age -> isBeyond(age.notBefore(), now) != isBeyond(age.notAfter(), now))
            .isPresent();
  }

  private boolean isBeyond(Instant written, Instant now) {
    return maxAge.filter(max -> written.plus(max).isBefore(now)).isPresent();
  }

  private static Optional<Age> oldest(GroupLag group) {
    return group.oldest().found().flatMap(each -> each);
  }
}
