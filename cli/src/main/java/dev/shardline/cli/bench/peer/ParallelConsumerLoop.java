package dev.shardline.cli.bench.peer;

import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.process.ChildJvm;
import java.util.List;

/**
 * Confluent's Parallel Consumer, with one thread that computes, as the service has.
 *
 * @param batchSize how many records its user is given at a time
 */
public record ParallelConsumerLoop(int batchSize) implements PeerLoop {

  @Override
  public String topic() {
    return RawTopics.PARALLEL_SHARDS;
  }

  @Override
  public Class<?> worker() {
    return ParallelConsumerWorker.class;
  }

  @Override
  public List<String> arguments(String bootstrapServer, int shards) {
    return List.of(bootstrapServer, Integer.toString(batchSize), Integer.toString(shards));
  }

  /** On the kafka-clients that it was made for; with those of 4.4 it takes no record. */
  @Override
  public ChildJvm start(BrokerStack stack, String bootstrapServer, int shards) {
    return stack.startPeer("parallel-consumer", worker(), arguments(bootstrapServer, shards));
  }

  @Override
  public String toString() {
    return "Parallel Consumer, " + batchSize + " at a time";
  }
}
