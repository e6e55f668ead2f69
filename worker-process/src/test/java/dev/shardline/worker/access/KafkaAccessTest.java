package dev.shardline.worker.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class KafkaAccessTest {

  @Test
  void namesTheRightThatIsMissingAndWhereToReadOfIt() {
    assertThat(
            KafkaAccess.told(
                new ExecutionException(new TopicAuthorizationException(Set.of("shards"))),
                "READ on topic shards"))
        .isEqualTo(
            "the brokers do not allow it: the Kafka user lacks READ on topic shards; have it granted"
                + " (deploy/kafka/README.md says who needs what)");
  }

  @Test
  void namesTheSettingsOfAUserThatIsNotAccepted() {
    assertThat(KafkaAccess.told(new SaslAuthenticationException("wrong"), "READ on topic shards"))
        .isEqualTo(
            "the brokers do not accept the Kafka user: wrong; see kafka.security.protocol and"
                + " kafka.sasl.* (deploy/kafka/README.md)");
  }

  @Test
  void leavesOtherFailuresAsTheyAre() {
    TimeoutException away = new TimeoutException("away");

    assertThat(KafkaAccess.refusal(away, "READ on topic shards")).isEmpty();
    assertThat(KafkaAccess.told(away, "READ on topic shards")).isEqualTo("away");
  }
}
