package dev.shardline.cli.bench.throughput;

import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The results of one job, with the times at which they came. Not thread-safe. */
final class Results {

  private final String keyPrefix;
  private final Map<String, Long> times = new HashMap<>();
  private final Map<Long, IntegerValue> values = new HashMap<>();

  Results(TinyShards job) {
    this.keyPrefix = job.id() + "/";
  }

  /**
   * Takes a record, if it is one of this job; of a repeated result only the first counts.
   *
   * @throws IllegalStateException if it is no value, or another than before for the same number
   */
  void add(ConsumerRecord<String, String> record) {
    if (!record.key().startsWith(keyPrefix)) {
      return;
    }
    times.putIfAbsent(record.key(), record.timestamp());
    ShardResult result = ShardResultCodec.decode(record.value().getBytes(StandardCharsets.UTF_8));
    if (!(result instanceof ShardResult.Done done)) {
      throw new IllegalStateException("a shard has no value: " + record.value());
    }
    requireSame(done.number(), done.value(), values.putIfAbsent(done.number(), done.value()));
  }

  /** How many shards have a result. */
  int count() {
    return times.size();
  }

  Pace pace() {
    return Pace.of(times.values());
  }

  /**
   * Compares what was computed.
   *
   * @throws IllegalStateException if a number has another value there
   */
  void requireSameValues(Results others) {
    for (Entry<Long, IntegerValue> value : values.entrySet()) {
      requireSame(value.getKey(), value.getValue(), others.values.get(value.getKey()));
    }
  }

  private static void requireSame(long number, IntegerValue value, @Nullable IntegerValue other) {
    if (other != null && !other.equals(value)) {
      throw new IllegalStateException("of " + number + " both " + value + " and " + other);
    }
  }
}
