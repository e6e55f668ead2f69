package dev.shardline.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class QueueModeTest {

  private final KafkaCluster cluster = new KafkaCluster();

  @Test
  void computesTheReferenceInputs() throws Exception {
    JobId job = JobId.create();

    cluster.send(shards(job, 2500, 2600, 2700, 2800));

    assertThat(cluster.results(job, 4))
        .extracting(result -> ((ShardResult.Done) result).value().digits())
        .containsExactly(7408L, 7749L, 8091L, 8435L);
  }

  private static List<ProducerRecord<String, byte[]>> shards(JobId job, long... numbers) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      Shard shard =
          new Shard(
              new ShardId(job, i, numbers.length),
              numbers[i],
              Shard.DEFAULT_TRANSFORM,
              Output.SUMMARY);
      records.add(new ProducerRecord<>(Topics.SHARDS, shard.id().key(), ShardCodec.encode(shard)));
    }
    return records;
  }
}
