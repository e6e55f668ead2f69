package dev.shardline.transform;

import dev.shardline.contracts.Topics;
import dev.shardline.transform.attempt.AttemptLog;
import dev.shardline.transform.attempt.KafkaAttemptLog;
import dev.shardline.transform.attempt.NoAttemptLog;
import dev.shardline.transform.cancellation.CancellationFollower;
import dev.shardline.transform.cancellation.CancelledJobs;
import dev.shardline.transform.delivery.ClassicConsumers;
import dev.shardline.transform.outbox.Outbox;
import dev.shardline.transform.requeue.KafkaRequeuer;
import dev.shardline.transform.requeue.PostponedShards;
import dev.shardline.transform.requeue.Requeuer;
import dev.shardline.transform.result.KafkaResultPublisher;
import dev.shardline.transform.result.ResultPublisher;
import dev.shardline.transform.settings.Consumption;
import dev.shardline.transform.settings.TransformSettings;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/** Connects the plain parts to the brokers as the settings say. */
@ApplicationScoped
public class TransformClients {

  private final TransformSettings settings;
  private final Map<String, Object> connection;
  private final ClassicConsumers consumers;

  TransformClients(
      TransformSettings settings,
      @Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.settings = settings;
    this.connection = connection;
    this.consumers = new ClassicConsumers(connection);
  }

  @Produces
  @Singleton
  Outbox outbox() {
    return Outbox.connect(connection);
  }

  void close(@Disposes Outbox outbox) {
    outbox.close();
  }

  @Produces
  @Singleton
  ResultPublisher results(Outbox outbox) {
    return new KafkaResultPublisher(outbox);
  }

  @Produces
  @Singleton
  Requeuer requeuer(Outbox outbox) {
    return new KafkaRequeuer(outbox);
  }

  @Produces
  @Singleton
  AttemptLog attemptLog(Outbox outbox) {
    return settings.consumption() == Consumption.QUEUE
        ? new KafkaAttemptLog(consumers::withoutGroup, outbox, Topics.SHARD_ATTEMPTS)
        : new NoAttemptLog();
  }

  @Produces
  @Singleton
  CancellationFollower cancellations(CancelledJobs jobs) {
    return new CancellationFollower(consumers::following, jobs);
  }

  void close(@Disposes CancellationFollower cancellations) {
    cancellations.close();
  }

  @Produces
  @Singleton
  PostponedShards postponed(Outbox outbox, CancelledJobs cancelled) {
    String group = settings.group().orElse(settings.consumption().defaultGroup()) + "-retry";
    return new PostponedShards(
        () -> consumers.inGroup(group),
        group,
        outbox,
        Topics.SHARDS,
        cancelled::cover,
        InstantSource.system());
  }

  void close(@Disposes PostponedShards postponed) {
    postponed.close();
  }
}
