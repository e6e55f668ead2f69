package dev.shardline.worker.access;

import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Tells a failure of a Kafka client so that somebody can grant what is missing. */
public final class KafkaAccess {

  private KafkaAccess() {}

  /**
   * A failure in words: with what to do if it is about the user, else as the client tells it.
   *
   * @param right what the client needed, such as {@code READ on topic shards}: brokers do not say
   */
  public static String told(Throwable failure, String right) {
    return refusal(failure, right)
        .orElseGet(() -> Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
  }

  /**
   * A refusal in words.
   *
   * @param right what the client needed, such as {@code READ on topic shards}: brokers do not say
   * @return empty if the failure is about something else than the user
   */
  public static Optional<String> refusal(Throwable failure, String right) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof AuthorizationException) {
        return Optional.of(lacking(right));
      }
      if (each instanceof AuthenticationException) {
        return Optional.of(
            "the brokers do not accept the Kafka user: "
                + each.getMessage()
                + "; see kafka.security.protocol and kafka.sasl.* (deploy/kafka/README.md)");
      }
    }
    return Optional.empty();
  }

  static String lacking(String right) {
    return "the brokers do not allow it: the Kafka user lacks "
        + right
        + "; have it granted (deploy/kafka/README.md says who needs what)";
  }
}
