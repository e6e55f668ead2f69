package dev.shardline.lag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums up partitions: a part that is not known makes the whole unknown. */
final class Totals {

  private Totals() {}

  static Fact<Long> lag(List<PartitionLag> partitions) {
    long sum = 0;
    for (PartitionLag partition : partitions) {
      switch (partition.lag()) {
        case Fact.Known<Long>(Long lag) -> sum += lag;
        case Fact.Unknown<Long>(String reason) -> {
          return Fact.unknown(partition.partition() + ": " + reason);
        }
      }
    }
    return Fact.known(sum);
  }

  static Fact<Optional<Age>> oldest(List<PartitionLag> partitions) {
    List<Age> ages = new ArrayList<>();
    for (PartitionLag partition : partitions) {
      switch (partition.oldest()) {
        case Fact.Known<Optional<Age>>(Optional<Age> age) -> age.ifPresent(ages::add);
        case Fact.Unknown<Optional<Age>>(String reason) -> {
          return Fact.unknown(partition.partition() + ": " + reason);
        }
      }
    }
    return Fact.known(ages.isEmpty() ? Optional.empty() : Optional.of(Age.oldest(ages)));
  }
}
