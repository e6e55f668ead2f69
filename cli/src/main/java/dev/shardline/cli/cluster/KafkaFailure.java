package dev.shardline.cli.cluster;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a failure of a Kafka client in the words of the person who typed the command. Thread-safe.
 */
public final class KafkaFailure {

  private final String address;
  private final @Nullable String right;

  KafkaFailure(String address) {
    this(address, null);
  }

  private KafkaFailure(String address, @Nullable String right) {
    this.address = address;
    this.right = right;
  }

  /**
   * The same for requests that need a right, which brokers do not name when they refuse.
   *
   * @param operation as Kafka's ACLs name it, such as {@code DESCRIBE_CONFIGS}
   * @param resource what it is needed on, such as {@code group a}
   */
  public KafkaFailure needing(String operation, String resource) {
    return new KafkaFailure(address, operation + " on " + resource);
  }

  /** The same for requests that need a right on topics. */
  public KafkaFailure needing(String operation, Collection<String> topics) {
    return needing(operation, "topic " + String.join(", ", topics));
  }

  /**
   * What a Kafka client threw, as an exception of this package. Anything that is none of the
   * cluster's doing comes back as it is.
   */
  public RuntimeException translated(Exception failure) {
    return switch (failure) {
      case AuthenticationException e ->
          new AccessRefusedException(
              address + " does not accept the client: " + reason(e) + "; see --command-config", e);
      case AuthorizationException e -> refused(e);
      case TimeoutException e -> unreachable(e);
      case UnknownTopicOrPartitionException e ->
          new TopicMissingException(
              address + " lacks a topic; create what is missing with: ./shardline topics", e);
      case ApiException e ->
          new RequestRejectedException(address + " rejected the request: " + reason(e), e);
      case ConfigException e when String.valueOf(e.getMessage()).contains("bootstrap") ->
          unreachable(e);
      case KafkaException e when e.getCause() instanceof KafkaException cause -> translated(cause);
      // A client that cannot be made from its properties. Kafka hides passwords in such messages.
      case KafkaException e ->
          new ClusterSettingsException("the Kafka client's properties: " + reason(e), e);
      case RuntimeException e -> e;
      default -> new IllegalStateException(failure);
    };
  }

  /**
   * Calls a Kafka client. Kafka tells an interrupt by an unchecked exception; here it is the usual
   * checked one.
   *
   * @throws ClusterException if the cluster does not carry it out
   */
  public <T> T call(Supplier<T> call) throws InterruptedException {
    try {
      return call.get();
    } catch (InterruptException e) {
      throw interrupted(e);
    } catch (KafkaException e) {
      throw translated(e);
    }
  }

  /**
   * Waits for a request to the cluster.
   *
   * @throws ClusterException if the cluster does not carry it out
   */
  public <T> T await(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw translated(e.getCause() instanceof Exception cause ? cause : e);
    }
  }

  /** Kafka's way of telling an interrupt as the usual one. */
  public InterruptedException interrupted(InterruptException e) {
    Thread.interrupted();
    InterruptedException interrupted = new InterruptedException(e.getMessage());
    interrupted.initCause(e);
    return interrupted;
  }

  /** The cluster answers, but what was asked for has not come about. */
  public RequestRejectedException rejected(String problem) {
    return new RequestRejectedException(address + ": " + problem, null);
  }

  private AccessRefusedException refused(AuthorizationException cause) {
    String problem = right == null ? reason(cause) : "the user lacks " + right;
    return new AccessRefusedException(
        address
            + " does not allow it: "
            + problem
            + "; have it granted (deploy/kafka/README.md says who needs what), or name another user"
            + " in --command-config",
        cause);
  }

  private ClusterUnreachableException unreachable(Exception cause) {
    return new ClusterUnreachableException(
        "no Kafka broker answers at "
            + address
            + "; start one on this machine with ./shardline up, or name another with"
            + " --bootstrap-server",
        cause);
  }

  private static String reason(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
  }
}
