package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.cluster.TopicTail;
import dev.shardline.cli.job.Request;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** In the place of a service: answers what is published from now on, in a thread of its own. */
public final class AnsweringWorker implements AutoCloseable {

  private final Cluster cluster;
  private final TopicTail requests;
  private final Producer<String, String> answers;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Thread thread;

  private AnsweringWorker(
      Cluster cluster,
      TopicTail requests,
      String answerTopic,
      Function<ConsumerRecord<String, String>, List<Request>> answer) {
    this.cluster = cluster;
    this.requests = requests;
    this.answers = cluster.producer();
    this.thread = Thread.ofPlatform().name("worker").start(() -> work(answerTopic, answer));
  }

  /**
   * Begins to answer.
   *
   * @param answer the keys and values of the answers to one request
   */
  public static AnsweringWorker start(
      String requestTopic,
      String answerTopic,
      Function<ConsumerRecord<String, String>, List<Request>> answer)
      throws InterruptedException {
    Cluster cluster = TestCluster.connect();
    TopicTail requests = TopicTail.fromNow(cluster, List.of(requestTopic));
    return new AnsweringWorker(cluster, requests, answerTopic, answer);
  }

  private void work(
      String answerTopic, Function<ConsumerRecord<String, String>, List<Request>> answer) {
    try {
      while (!stopping.get()) {
        for (ConsumerRecord<String, String> request : requests.poll(Duration.ofMillis(50))) {
          for (Request made : answer.apply(request)) {
            var _ = answers.send(new ProducerRecord<>(answerTopic, made.key(), made.json()));
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopping.set(true);
    thread.join(Duration.ofSeconds(30));
    answers.close();
    requests.close();
    cluster.close();
  }
}
