package dev.shardline.transform;

import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.S3ObjectStore;
import dev.shardline.tracing.Traces;
import dev.shardline.transform.attempt.AttemptLog;
import dev.shardline.transform.attempt.AttemptPolicy;
import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.attempt.Isolation;
import dev.shardline.transform.cancellation.CancelledJobs;
import dev.shardline.transform.computation.DecimalTexts;
import dev.shardline.transform.computation.FactorialSumTransformation;
import dev.shardline.transform.computation.IdleSlots;
import dev.shardline.transform.computation.MemoryBudget;
import dev.shardline.transform.computation.NativeArithmetic;
import dev.shardline.transform.computation.ShardComputation;
import dev.shardline.transform.computation.Transformations;
import dev.shardline.transform.gmp.GmpLibrary;
import dev.shardline.transform.integer.DecimalSteps;
import dev.shardline.transform.metrics.MeteredResults;
import dev.shardline.transform.metrics.MicrometerShardMeter;
import dev.shardline.transform.part.PartObjects;
import dev.shardline.transform.queue.DeliveryLimit;
import dev.shardline.transform.queue.Drain;
import dev.shardline.transform.requeue.Backoff;
import dev.shardline.transform.requeue.Requeuer;
import dev.shardline.transform.requeue.Retries;
import dev.shardline.transform.result.ResultPublisher;
import dev.shardline.transform.settings.CpuSlots;
import dev.shardline.transform.settings.S3Config;
import dev.shardline.transform.settings.TransformSettings;
import dev.shardline.transform.settings.WorkerId;
import dev.shardline.transform.shard.RunningShards;
import dev.shardline.transform.shard.ShardAnswers;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.transform.shard.ShardSteps;
import dev.shardline.transform.shard.ShardTally;
import dev.shardline.transform.shard.ShardWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Puts the plain parts together as the settings say. */
@ApplicationScoped
public class TransformParts {

  /** What the JVM, the clients and the results under way take of the heap. */
  private static final long HEAP_RESERVE = 48L * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(TransformParts.class);

  private final TransformSettings settings;

  TransformParts(TransformSettings settings) {
    this.settings = settings;
  }

  @Produces
  @Singleton
  Traces traces() {
    return Traces.ofProcess("shardline-transform", WorkerId.of(settings), LOG::warn);
  }

  void close(@Disposes Traces traces) {
    traces.close();
  }

  @Produces
  @Singleton
  Drain drain() {
    return new Drain();
  }

  @Produces
  @Singleton
  DeliveryLimit deliveryLimit() {
    return new DeliveryLimit();
  }

  @Produces
  @Singleton
  Optional<NativeArithmetic> nativeArithmetic() {
    TransformSettings.Factorial factorial = settings.factorial();
    return Optional.ofNullable(
        ChosenArithmetic.of(
            factorial.nativeUse(),
            factorial.nativeMemory().asLongValue(),
            GmpLibrary::ofSystem,
            LOG::info));
  }

  @Produces
  @Singleton
  Transformations transformations(
      Optional<NativeArithmetic> nativeArithmetic, RunningShards running) {
    IdleSlots spare = new IdleSlots(CpuSlots.of(settings.slots()).count(), running::count);
    return Transformations.installed(
        List.of(new FactorialSumTransformation(nativeArithmetic.orElse(null), spare)),
        settings.plugins());
  }

  @Produces
  @Singleton
  MemoryBudget memory() {
    return new MemoryBudget(Math.max(0, Runtime.getRuntime().maxMemory() - HEAP_RESERVE));
  }

  @Produces
  @Singleton
  RunningShards running() {
    return new RunningShards();
  }

  @Produces
  @Singleton
  ShardTally tally(MicrometerShardMeter meter) {
    return new ShardTally(meter);
  }

  @Produces
  @Singleton
  CancelledJobs cancelledJobs(RunningShards running) {
    return new CancelledJobs(running::cancel);
  }

  @Produces
  @Singleton
  Attempts attempts(AttemptLog log, DeliveryLimit deliveryLimit) {
    return new Attempts(
        new AttemptPolicy(settings.maxAttempts(), deliveryLimit),
        log,
        new Isolation(CpuSlots.of(settings.slots()).count()),
        WorkerId.of(settings));
  }

  @Produces
  @Singleton
  Retries retries(Requeuer requeuer) {
    TransformSettings.Retry retry = settings.retry();
    return new Retries(
        requeuer,
        settings.maxAttempts(),
        new Backoff(
            retry.initialDelay(), retry.maxDelay(), () -> ThreadLocalRandom.current().nextDouble()),
        InstantSource.system());
  }

  @Produces
  @Singleton
  ShardWork work(
      Transformations transformations,
      Optional<NativeArithmetic> nativeArithmetic,
      MemoryBudget memory,
      ResultPublisher results,
      Attempts attempts,
      Retries retries,
      RunningShards running,
      CancelledJobs cancelled,
      ShardMeter meter,
      Traces traces) {
    Supplier<ObjectStore> store = storeOnDemand(settings);
    DecimalTexts decimals =
        new DecimalTexts(
            (int) settings.decimal().inlineLimit().asLongValue(),
            store,
            checkpoint ->
                nativeArithmetic
                    .map(arithmetic -> arithmetic.decimalSteps(checkpoint))
                    .orElseGet(() -> DecimalSteps.ofJava(checkpoint)));
    ShardComputation computation =
        new ShardComputation(transformations, settings.maxNumber(), memory, decimals);
    return new ShardWork(
        computation,
        new ShardSteps(computation, new PartObjects(store), retries),
        new ShardAnswers(
            new MeteredResults(results, meter),
            WorkerId.of(settings),
            traces,
            InstantSource.system()),
        attempts,
        retries,
        running,
        cancelled,
        meter,
        settings.timeLimit());
  }

  private static Supplier<ObjectStore> storeOnDemand(TransformSettings settings) {
    AtomicReference<ObjectStore> store = new AtomicReference<>();
    return () -> store.updateAndGet(open -> open != null ? open : store(settings.objectStore()));
  }

  private static ObjectStore store(TransformSettings.ObjectStore store) {
    return switch (store.kind()) {
      case FILESYSTEM -> new FilesystemObjectStore(store.directory());
      case S3 -> new S3ObjectStore(S3Config.store(store.s3()));
    };
  }
}
