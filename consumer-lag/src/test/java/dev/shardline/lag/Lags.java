package dev.shardline.lag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Partitions and groups, some known and some not. */
final class Lags {

  static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private Lags() {}

  static PartitionLag known(int number, long lag, Optional<Age> oldest) {
    return new PartitionLag(
        new Partition("orders", number),
        new LogRange(0, 100),
        OptionalLong.of(100 - lag),
        Fact.known(lag),
        Fact.known(oldest));
  }

  static PartitionLag unknown(int number, String reason) {
    return new PartitionLag(
        new Partition("orders", number),
        null,
        OptionalLong.empty(),
        Fact.unknown(reason),
        Fact.unknown(reason));
  }

  static Age exactly(Instant written) {
    return new Age(written, written);
  }

  static GroupLag group(PartitionLag... partitions) {
    return GroupLag.of(
        "reports", GroupKind.CONSUMER, Fact.known("Stable"), Fact.known(2), List.of(partitions));
  }
}
