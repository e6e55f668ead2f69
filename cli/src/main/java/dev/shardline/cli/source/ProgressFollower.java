package dev.shardline.cli.source;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TopicTail;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.source.SourceProgress;
import dev.shardline.contracts.source.SourceProgressCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hears how far the sources of a job are, in a thread of its own. Nothing depends on it: where the
 * topic is missing or cannot be read, it hears nothing, and says nothing of it.
 */
public final class ProgressFollower implements AutoCloseable {

  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  private final Thread thread;

  private ProgressFollower(Thread thread) {
    this.thread = thread;
  }

  /**
   * Begins to listen.
   *
   * @param cluster is to stay open for longer than this
   * @param listener is given what has come, in order; also nothing, about once a second
   */
  public static ProgressFollower start(
      Cluster cluster, JobId job, Consumer<List<SourceProgress>> listener) {
    return new ProgressFollower(
        Thread.ofPlatform()
            .daemon()
            .name("source-progress")
            .start(() -> follow(cluster, job, listener)));
  }

  /** Returns when the listener is told nothing more. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void follow(Cluster cluster, JobId job, Consumer<List<SourceProgress>> listener) {
    String keyPrefix = job + "/";
    try (TopicTail tail = TopicTail.fromNow(cluster, List.of(Topics.SOURCE_PROGRESS))) {
      while (!Thread.currentThread().isInterrupted()) {
        List<SourceProgress> heard = new ArrayList<>();
        for (ConsumerRecord<String, String> record : tail.poll(LONGEST_POLL)) {
          if (record.key() != null
              && record.value() != null
              && record.key().startsWith(keyPrefix)) {
            read(record.value(), heard);
          }
        }
        listener.accept(heard);
      }
    } catch (InterruptedException e) {
      // Closed.
    } catch (RuntimeException e) {
      // There is no progress to be seen; what matters is told by whoever waits for the outcomes.
    }
  }

  private static void read(String json, List<SourceProgress> heard) {
    try {
      heard.add(SourceProgressCodec.decode(json.getBytes(StandardCharsets.UTF_8)));
    } catch (InvalidMessageException e) {
      // The next one may be better.
    }
  }
}
