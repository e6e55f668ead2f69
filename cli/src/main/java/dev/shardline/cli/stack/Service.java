package dev.shardline.cli.stack;

import dev.shardline.cli.job.Deadline;
import dev.shardline.process.ChildJvm;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A running service.
 *
 * @param jvm its process
 * @param health where it tells whether it is ready
 */
public record Service(ChildJvm jvm, URI health) {

  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(30);
  private static final int PROBE_TIMEOUT_MILLIS = 2_000;

  /** Longer than a service may drain, so that only one that hangs is killed. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

  static Service of(ChildJvm jvm, int httpPort) {
    return new Service(jvm, URI.create("http://127.0.0.1:" + httpPort + "/q/health/ready"));
  }

  /** What it is called, in results too. */
  public String name() {
    return jvm.name();
  }

  /**
   * Waits until it takes work.
   *
   * @throws IllegalStateException if it ends instead, or is not ready in time
   */
  void awaitReady() throws InterruptedException {
    Deadline deadline = Deadline.in(START_TIMEOUT);
    while (!isReady()) {
      jvm.requireAlive();
      if (deadline.passed()) {
        throw new IllegalStateException(
            name()
                + " is not ready after "
                + START_TIMEOUT.toSeconds()
                + " s:\n"
                + jvm.lastLines(15));
      }
      TimeUnit.MILLISECONDS.sleep(PROBE_INTERVAL.toMillis());
    }
  }

  /** Lets it finish the work that runs, and returns when it is gone. */
  void drain() throws InterruptedException {
    jvm.terminate();
    awaitExit(stopDeadline());
  }

  static Deadline stopDeadline() {
    return Deadline.in(STOP_TIMEOUT);
  }

  void awaitExit(Deadline deadline) throws InterruptedException {
    if (!jvm.awaitExit(deadline.remaining())) {
      jvm.kill();
      jvm.awaitExit(STOP_TIMEOUT);
    }
  }

  private boolean isReady() {
    try {
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(PROBE_TIMEOUT_MILLIS);
      connection.setReadTimeout(PROBE_TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
