package dev.shardline.cli.lookup;

import static dev.shardline.contracts.Topics.SHARD_RESULTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.Answers;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.cluster.TopicTail;
import dev.shardline.cli.job.Request;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class JobLookupTest {

  private static final Duration SKEW = Duration.ofMinutes(1);

  @Test
  void beginsAtTheTimeOfTheJobAndNotWhereTheTopicBegins() throws Exception {
    // given 3,000 results of an earlier job, and one of the job a little before its time; all
    // later than now, as the topic also holds what other tests have just written
    JobId job =
        JobId.derived(Instant.now().plus(Duration.ofMinutes(30)), UUID.randomUUID().toString());
    Instant earlier = job.time().minus(Duration.ofMinutes(10));
    JobId earlierJob = JobId.derived(earlier, "earlier " + job);
    try (Cluster cluster = TestCluster.connect();
        Producer<String, String> services = cluster.producer()) {
      for (int i = 0; i < 3_000; i++) {
        send(services, new ShardId(earlierJob, i, 3_000), earlier);
      }
      services.flush();
      Map<TopicPartition, Long> ends = ends(cluster);
      send(services, new ShardId(job, 0, 1), job.time().minus(SKEW.dividedBy(2)));
      services.flush();

      // when the job is looked up
      try (JobLookup lookup = JobLookup.open(cluster, job, SKEW)) {
        FoundJob found = lookup.readToEnd();

        // then nothing of the earlier job was read, and the result was found all the same
        assertThat(starts(lookup)).isEqualTo(ends);
        assertThat(ends.values().stream().mapToLong(Long::longValue).sum())
            .isGreaterThanOrEqualTo(3_000);
        assertThat(found.complete()).isTrue();
      }
    }
  }

  private static Map<TopicPartition, Long> starts(JobLookup lookup) {
    return lookup.starts().entrySet().stream()
        .filter(start -> start.getKey().topic().equals(SHARD_RESULTS))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<TopicPartition, Long> ends(Cluster cluster) throws InterruptedException {
    try (TopicTail tail = TopicTail.fromNow(cluster, List.of(SHARD_RESULTS))) {
      return tail.starts();
    }
  }

  private static void send(Producer<String, String> services, ShardId id, Instant time) {
    Request answer = Answers.done(new Shard(id, 2500, Shard.DEFAULT_TRANSFORM, Output.SUMMARY));
    var _ =
        services.send(
            new ProducerRecord<>(
                SHARD_RESULTS, null, time.toEpochMilli(), answer.key(), answer.json()));
  }
}
