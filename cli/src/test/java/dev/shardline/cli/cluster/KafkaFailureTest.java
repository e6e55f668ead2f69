package dev.shardline.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class KafkaFailureTest {

  private static final String GRANT =
      "have it granted (deploy/kafka/README.md says who needs what), or name another user in"
          + " --command-config";

  private final KafkaFailure failure = new KafkaFailure("host:9092");

  @Test
  void tellsWhatToDoNext() {
    assertThat(failure.translated(new TimeoutException("timed out")))
        .isInstanceOf(ClusterUnreachableException.class)
        .hasMessageContaining("./shardline up");
    assertThat(failure.translated(new UnknownTopicOrPartitionException("no")))
        .isInstanceOf(TopicMissingException.class)
        .hasMessageContaining("./shardline topics");
    assertThat(failure.translated(new SaslAuthenticationException("wrong password.")))
        .isInstanceOf(AccessRefusedException.class)
        .hasMessage("host:9092 does not accept the client: wrong password; see --command-config");
    assertThat(failure.translated(new TopicAuthorizationException("no access to shards")))
        .isInstanceOf(AccessRefusedException.class)
        .hasMessage("host:9092 does not allow it: no access to shards; " + GRANT);
    assertThat(failure.translated(new InvalidReplicationFactorException("too few brokers\nat all")))
        .isInstanceOf(RequestRejectedException.class)
        .hasMessage("host:9092 rejected the request: too few brokers");
  }

  @Test
  void namesTheRightThatIsMissingWhereBrokersDoNot() {
    KafkaFailure writing = failure.needing("WRITE", List.of("shards", "source-requests"));

    // What brokers say to a producer that may write to no topic at all.
    assertThat(
            writing.translated(new ClusterAuthorizationException("Cluster authorization failed.")))
        .isInstanceOf(AccessRefusedException.class)
        .hasMessage(
            "host:9092 does not allow it: the user lacks WRITE on topic shards, source-requests; "
                + GRANT);
    assertThat(
            failure
                .needing("ALTER_CONFIGS", "group a")
                .translated(new GroupAuthorizationException("Group authorization failed.")))
        .hasMessage(
            "host:9092 does not allow it: the user lacks ALTER_CONFIGS on group a; " + GRANT);
    assertThat(writing.translated(new TimeoutException("timed out")))
        .isInstanceOf(ClusterUnreachableException.class);
  }

  @Test
  void looksAtTheCauseOfAClientThatCannotBeMade() {
    assertThat(
            failure.translated(new KafkaException("failed", new ConfigException("no bootstrap"))))
        .isInstanceOf(ClusterUnreachableException.class);
    assertThat(failure.translated(new KafkaException("failed", new ConfigException("no such key"))))
        .isInstanceOf(ClusterSettingsException.class)
        .hasMessage("the Kafka client's properties: no such key");
  }

  @Test
  void leavesOtherFailuresAsTheyAre() {
    IllegalStateException defect = new IllegalStateException("defect");

    assertThat(failure.translated(defect)).isSameAs(defect);
  }

  @Test
  void tellsAnInterruptByTheUsualException() {
    assertThatThrownBy(() ->
            failure.call(() -> {
              throw new InterruptException("interrupted");
            }))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
