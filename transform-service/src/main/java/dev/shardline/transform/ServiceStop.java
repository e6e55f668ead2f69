package dev.shardline.transform;

import dev.shardline.transform.partition.PartitionShards;
import dev.shardline.transform.queue.QueueWorker;
import dev.shardline.worker.stop.TermSignal;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Drains the process at SIGTERM while its health is still told, and ends it with exit code 0. What
 * is not answered at a second signal is another worker's within seconds: its locks, or its
 * membership of the group, end with this process's connection.
 */
@ApplicationScoped
public class ServiceStop {

  private static final Logger LOG = Logger.getLogger(ServiceStop.class);

  private final QueueWorker worker;
  private final PartitionShards partitions;

  ServiceStop(QueueWorker worker, PartitionShards partitions) {
    this.worker = worker;
    this.partitions = partitions;
  }

  void handle(@Observes StartupEvent event) {
    TermSignal.handle(this::begin);
  }

  private void begin() {
    LOG.info("SIGTERM: draining; another one ends this process at once");
    Thread.ofPlatform().name("drain").start(this::drain);
  }

  private void drain() {
    try {
      worker.drain();
      partitions.drain();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Quarkus.asyncExit(0);
    }
  }
}
