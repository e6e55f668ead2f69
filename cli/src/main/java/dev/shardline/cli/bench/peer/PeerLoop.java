package dev.shardline.cli.bench.peer;

import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.process.ChildJvm;
import java.util.List;

/** Another way to compute shards, in a JVM of its own, to which the service is compared. */
public sealed interface PeerLoop permits RawLoop, ClassicLoop, ParallelConsumerLoop {

  /** Where its shards are published; no other loop takes them. */
  String topic();

  /** What its JVM runs. */
  Class<?> worker();

  /**
   * What that is to be given.
   *
   * @param bootstrapServer of the broker
   * @param shards after how many it ends
   */
  List<String> arguments(String bootstrapServer, int shards);

  /** Starts it on a stack. */
  default ChildJvm start(BrokerStack stack, String bootstrapServer, int shards) {
    return stack.startBeside("raw", worker(), arguments(bootstrapServer, shards));
  }
}
