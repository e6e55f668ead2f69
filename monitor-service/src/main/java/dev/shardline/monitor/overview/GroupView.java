package dev.shardline.monitor.overview;

import dev.shardline.lag.Age;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.PartitionLag;
import dev.shardline.monitor.group.Rates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group at a time, in the shape of its JSON. What is null is not known, and the field beside it
 * says why.
 *
 * @param known whether {@code lag} is
 * @param lag records not processed, those in flight included
 * @param waiting those of them that no worker holds
 * @param oldestAgeSeconds how old the oldest of them is; null also where there is none, without a
 *     reason then
 * @param oldestAgeAtLeastSeconds a bound, where the age itself is not known
 * @param oldestAgeAtMostSeconds a bound, where the age itself is not known
 */
public record GroupView(
    String group,
    String kind,
    @Nullable String state,
    boolean known,
    @Nullable String reason,
    @Nullable Long lag,
    @Nullable Long inFlight,
    @Nullable String inFlightReason,
    @Nullable Long waiting,
    @Nullable Double oldestAgeSeconds,
    @Nullable Double oldestAgeAtLeastSeconds,
    @Nullable Double oldestAgeAtMostSeconds,
    @Nullable String oldestAgeReason,
    @Nullable Double rateInPerSecond,
    @Nullable Double rateOutPerSecond,
    @Nullable Double secondsToEmpty,
    @Nullable String secondsToEmptyReason,
    @Nullable Integer members,
    @Nullable String membersReason,
    @Nullable Long attemptsAboveOne,
    @Nullable String attemptsAboveOneReason,
    List<PartitionView> partitions) {

  private static final String NO_RATES = "known after two readings of a known lag";

  /** A partition. */
  public record PartitionView(
      String topic,
      int partition,
      @Nullable Long position,
      @Nullable Long logStart,
      @Nullable Long logEnd,
      @Nullable Long lag,
      boolean known,
      @Nullable String reason,
      @Nullable Double oldestAgeSeconds) {

    private static PartitionView of(PartitionLag lag, Instant now) {
      return new PartitionView(
          lag.partition().topic(),
          lag.partition().number(),
          lag.position().isPresent() ? lag.position().getAsLong() : null,
          lag.log() == null ? null : lag.log().start(),
          lag.log() == null ? null : lag.log().end(),
          lag.lag().found().orElse(null),
          lag.lag().found().isPresent(),
          lag.lag().problem().orElse(null),
          exact(lag.oldest(), now));
    }
  }

  /** What is known of a group. */
  static GroupView of(
      GroupLag lag,
      Fact<Long> inFlight,
      Optional<Rates> rates,
      Fact<Long> attemptsAboveOne,
      Instant now) {
    Optional<Long> known = lag.lag().found();
    Optional<Duration> toEmpty =
        known.flatMap(count -> rates.flatMap(each -> each.timeToEmpty(count)));
    Optional<Age> age = lag.oldest().found().flatMap(each -> each);
    return new GroupView(
        lag.name(),
        lag.kind().name().toLowerCase(Locale.ROOT),
        lag.state().found().orElse(null),
        known.isPresent(),
        lag.lag().problem().orElse(null),
        known.orElse(null),
        inFlight.found().orElse(null),
        inFlight.problem().orElse(null),
        known
            .flatMap(count -> inFlight.found().map(held -> Math.max(0, count - held)))
            .orElse(null),
        exact(lag.oldest(), now),
        age.map(each -> seconds(each.notAfter(), now)).orElse(null),
        age.map(each -> seconds(each.notBefore(), now)).orElse(null),
        lag.oldest().problem().or(() -> age.flatMap(each -> between(each, now))).orElse(null),
        rates.map(Rates::in).orElse(null),
        rates.map(Rates::out).orElse(null),
        toEmpty.map(time -> time.toMillis() / 1e3).orElse(null),
        toEmpty.isPresent() ? null : notEmptying(lag, rates),
        lag.members().found().orElse(null),
        lag.members().problem().orElse(null),
        attemptsAboveOne.found().orElse(null),
        attemptsAboveOne.problem().orElse(null),
        lag.partitions().stream().map(each -> PartitionView.of(each, now)).toList());
  }

  private static String notEmptying(GroupLag lag, Optional<Rates> rates) {
    if (lag.lag().problem().isPresent()) {
      return "the lag is unknown";
    }
    return rates.isPresent() ? "it is not becoming less" : NO_RATES;
  }

  private static @Nullable Double exact(Fact<Optional<Age>> oldest, Instant now) {
    return oldest
        .found()
        .flatMap(each -> each)
        .filter(Age::isExact)
        .map(each -> seconds(each.notBefore(), now))
        .orElse(null);
  }

  private static Optional<String> between(Age age, Instant now) {
    return age.isExact()
        ? Optional.empty()
        : Optional.of(
            "between %.0f s and %.0f s: records are done out of order, and brokers do not tell which"
                .formatted(seconds(age.notAfter(), now), seconds(age.notBefore(), now)));
  }

  private static double seconds(Instant written, Instant now) {
    return Math.max(0, Duration.between(written, now).toMillis() / 1e3);
  }
}
