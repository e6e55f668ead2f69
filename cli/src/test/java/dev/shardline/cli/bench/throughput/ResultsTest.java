package dev.shardline.cli.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.cli.bench.peer.PlainSum;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private static final Execution EXECUTION = new Execution(1, "raw", Duration.ZERO, Duration.ZERO);

  private final TinyShards job = TinyShards.of(3, "shards");
  private final Results results = new Results(job);

  @Test
  void countsEachShardOnceAndOtherJobsNever() {
    results.add(record(done(job, 0, PlainSum.of(20)), 100));
    results.add(record(done(job, 0, PlainSum.of(20)), 900));
    results.add(record(done(TinyShards.of(3, "shards"), 1, PlainSum.of(21)), 100));
    results.add(record(done(job, 1, PlainSum.of(21)), 200));

    assertThat(results.count()).isEqualTo(2);
    assertThat(results.pace().whole()).isEqualTo(10);
  }

  @Test
  void refusesAFailure() {
    var failed =
        new ShardResult.Failed(
            id(job, 0), null, null, new Failure(Reason.TRANSFORM_FAILED, "no"), EXECUTION);

    assertThatThrownBy(() -> results.add(record(failed, 100)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("a shard has no value: ");
  }

  @Test
  void tellsAValueThatOthersDoNotHave() {
    Results others = new Results(job);
    results.add(record(done(job, 0, PlainSum.of(20)), 100));
    others.add(record(done(job, 0, PlainSum.of(20)), 100));
    results.add(record(done(job, 1, PlainSum.of(21)), 100));
    assertThatCode(() -> results.requireSameValues(others)).doesNotThrowAnyException();

    others.add(record(done(job, 1, PlainSum.of(22)), 100));

    assertThatThrownBy(() -> results.requireSameValues(others))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("of 21 both ");
  }

  private static ShardResult done(TinyShards job, int place, IntegerValue value) {
    return new ShardResult.Done(
        id(job, place), "factorial-sum", job.job().numbers().get(place), value, EXECUTION);
  }

  private static ShardId id(TinyShards job, int place) {
    return new ShardId(job.id(), place, job.size());
  }

  private static ConsumerRecord<String, String> record(ShardResult result, long time) {
    return new ConsumerRecord<>(
        "results",
        0,
        0,
        time,
        TimestampType.CREATE_TIME,
        0,
        0,
        result.id().key(),
        new String(ShardResultCodec.encode(result), StandardCharsets.UTF_8),
        new RecordHeaders(),
        Optional.empty());
  }
}
