package dev.shardline.transform.worker;

import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.transform.computation.DecimalTexts;
import dev.shardline.transform.computation.MemoryBudget;
import dev.shardline.transform.computation.ShardComputation;
import dev.shardline.transform.computation.Transformations;
import dev.shardline.transform.result.KafkaResultPublisher;
import dev.shardline.transform.result.ResultPublisher;
import dev.shardline.transform.shard.Drain;
import dev.shardline.transform.shard.ShardWork;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the plain objects that this process is built of. */
@ApplicationScoped
class Wiring {

  /** What the JVM, the clients and the results under way take of the heap. */
  private static final long HEAP_RESERVE = 48L * 1024 * 1024;

  @Produces
  @Singleton
  Drain drain() {
    return new Drain();
  }

  @Produces
  @Singleton
  Transformations transformations(TransformConfig config) {
    return Transformations.installed(config.plugins());
  }

  @Produces
  @Singleton
  MemoryBudget memory() {
    return new MemoryBudget(Math.max(0, Runtime.getRuntime().maxMemory() - HEAP_RESERVE));
  }

  @Produces
  @Singleton
  KafkaResultPublisher results(@Identifier("default-kafka-broker") Map<String, Object> connection) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // 5 ms by default since Kafka 4.0, which a single shard would wait for nothing.
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // While brokers are away, answers wait rather than fail.
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    // A dead letter is a record of the largest size Kafka takes by default, plus its headers.
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024);
    return new KafkaResultPublisher(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  void close(@Disposes KafkaResultPublisher results) {
    results.close();
  }

  @Produces
  @Singleton
  ShardWork work(
      TransformConfig config,
      Transformations transformations,
      MemoryBudget memory,
      ResultPublisher results) {
    DecimalTexts decimals =
        new DecimalTexts((int) config.decimal().inlineLimit().asLongValue(), storeOnDemand(config));
    return new ShardWork(
        new ShardComputation(transformations, config.maxNumber(), memory, decimals),
        results,
        config.maxAttempts(),
        config.workerId().orElseGet(WorkerName::ofProcess),
        InstantSource.system());
  }

  private static java.util.function.Supplier<ObjectStore> storeOnDemand(TransformConfig config) {
    AtomicReference<ObjectStore> store = new AtomicReference<>();
    return () ->
        store.updateAndGet(open ->
            open != null ? open : new FilesystemObjectStore(config.objectStore().directory()));
  }
}
