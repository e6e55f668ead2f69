package dev.shardline.worker.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the brokers what their user may do, so that all that is missing is told at once, and not one
 * right after the other as each is met.
 *
 * @param reads topics that are read
 * @param writes topics that are written
 * @param group the consumer group that is joined
 */
public record AccessCheck(Collection<String> reads, Collection<String> writes, String group) {

  private static final long WITHIN_SECONDS = 30;

  /** Lists copied. */
  public AccessCheck {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  /**
   * Asks. Topics that are missing, and brokers that do not say what a user may do, lack nothing.
   *
   * @param connection how to reach the brokers: servers, TLS, SASL
   * @return what is wrong with the user, in words; empty: nothing, or no broker answers
   */
  public Optional<String> problem(Map<String, Object> connection) throws InterruptedException {
    try (Admin admin = Admin.create(connection)) {
      List<String> missing = new ArrayList<>();
      missing.addAll(missing(admin, reads, AclOperation.READ));
      missing.addAll(missing(admin, writes, AclOperation.WRITE));
      if (isRefused(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())) {
        missing.add("READ on group " + group);
      }
      return missing.isEmpty()
          ? Optional.empty()
          : Optional.of(KafkaAccess.lacking(String.join(", ", missing)));
    } catch (ExecutionException | TimeoutException e) {
      return KafkaAccess.refusal(e, "DESCRIBE");
    }
  }

  private static List<String> missing(
      Admin admin, Collection<String> topics, AclOperation operation)
      throws ExecutionException, InterruptedException, TimeoutException {
    var answers =
        admin
            .describeTopics(topics, new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    List<String> missing = new ArrayList<>();
    for (var answer : answers.entrySet()) {
      KafkaFuture<@Nullable Set<AclOperation>> allowed =
          answer.getValue().thenApply(TopicDescription::authorizedOperations);
      if (!isAllowed(allowed, operation)) {
        missing.add(operation + " on topic " + answer.getKey());
      }
    }
    return missing;
  }

  private static boolean isAllowed(
      KafkaFuture<@Nullable Set<AclOperation>> answer, AclOperation operation)
      throws ExecutionException, InterruptedException, TimeoutException {
    if (isRefused(answer)) {
      return false;
    }
    if (answer.isCompletedExceptionally()) {
      return true;
    }
    @Nullable Set<AclOperation> allowed = answer.get();
    return allowed == null || allowed.isEmpty() || allowed.contains(operation);
  }

  /** Whether it is; other failures are for those to tell of who meet them. */
  private static boolean isRefused(KafkaFuture<?> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      var _ = answer.get(WITHIN_SECONDS, TimeUnit.SECONDS);
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return true;
      }
      if (KafkaAccess.refusal(e, "").isPresent()
          || e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw e;
      }
      return false;
    }
  }
}
