package dev.shardline.transform;

import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.transform.computation.DecimalTexts;
import dev.shardline.transform.computation.MemoryBudget;
import dev.shardline.transform.computation.ShardComputation;
import dev.shardline.transform.computation.Transformations;
import dev.shardline.transform.queue.Drain;
import dev.shardline.transform.result.KafkaResultPublisher;
import dev.shardline.transform.result.ResultPublisher;
import dev.shardline.transform.settings.TransformSettings;
import dev.shardline.transform.settings.WorkerId;
import dev.shardline.transform.shard.ShardWork;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Puts the plain parts together as the settings say. */
@ApplicationScoped
public class TransformParts {

  /** What the JVM, the clients and the results under way take of the heap. */
  private static final long HEAP_RESERVE = 48L * 1024 * 1024;

  @Produces
  @Singleton
  Drain drain() {
    return new Drain();
  }

  @Produces
  @Singleton
  Transformations transformations(TransformSettings settings) {
    return Transformations.installed(settings.plugins());
  }

  @Produces
  @Singleton
  MemoryBudget memory() {
    return new MemoryBudget(Math.max(0, Runtime.getRuntime().maxMemory() - HEAP_RESERVE));
  }

  @Produces
  @Singleton
  KafkaResultPublisher results(@Identifier("default-kafka-broker") Map<String, Object> connection) {
    return KafkaResultPublisher.connect(connection);
  }

  void close(@Disposes KafkaResultPublisher results) {
    results.close();
  }

  @Produces
  @Singleton
  ShardWork work(
      TransformSettings settings,
      Transformations transformations,
      MemoryBudget memory,
      ResultPublisher results) {
    DecimalTexts decimals =
        new DecimalTexts(
            (int) settings.decimal().inlineLimit().asLongValue(), storeOnDemand(settings));
    return new ShardWork(
        new ShardComputation(transformations, settings.maxNumber(), memory, decimals),
        results,
        settings.maxAttempts(),
        WorkerId.of(settings),
        InstantSource.system());
  }

  private static Supplier<ObjectStore> storeOnDemand(TransformSettings settings) {
    AtomicReference<ObjectStore> store = new AtomicReference<>();
    return () ->
        store.updateAndGet(open ->
            open != null ? open : new FilesystemObjectStore(settings.objectStore().directory()));
  }
}
