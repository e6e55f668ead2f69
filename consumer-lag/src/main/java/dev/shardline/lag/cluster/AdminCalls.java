package dev.shardline.lag.cluster;

import dev.shardline.lag.ClusterAwayException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;

/** Calls the administration of a cluster, counts the calls and waits for their answers. */
final class AdminCalls {

  private final Admin admin;
  private final Duration timeout;
  private int count;

  /**
   * @param timeout how long to wait for an answer
   */
  AdminCalls(Admin admin, Duration timeout) {
    this.admin = admin;
    this.timeout = timeout;
  }

  /** The administration, for one call. */
  Admin call() {
    count++;
    return admin;
  }

  int takeCount() {
    int taken = count;
    count = 0;
    return taken;
  }

  /**
   * An answer.
   *
   * @throws ClusterAwayException if there is none
   * @throws ApiException if it is a refusal
   */
  <T> T await(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new ClusterAwayException("no answer from the brokers within " + timeout, e);
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case TimeoutException away -> away(away);
        case DisconnectException away -> away(away);
        case AuthenticationException away -> away(away);
        case ApiException refused -> refused;
        case null, default -> new ClusterAwayException("the brokers cannot be asked: " + e, e);
      };
    }
  }

  private static ClusterAwayException away(Exception e) {
    return new ClusterAwayException("no answer from the brokers: " + e.getMessage(), e);
  }
}
