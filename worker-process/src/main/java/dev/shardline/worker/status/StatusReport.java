package dev.shardline.worker.status;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.worker.WorkerStatusCodec;
import dev.shardline.worker.identity.WorkerIdentity;
import dev.shardline.worker.notice.KafkaNotices;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** Tells the status topic what a worker is at, by itself and at best effort. Thread-safe. */
public final class StatusReport implements AutoCloseable {

  /** Of those that wait to be sent, the latest says all. */
  private static final int MAX_QUEUED = 2;

  private final StatusTeller teller;
  private final KafkaNotices notices;

  private StatusReport(StatusTeller teller, KafkaNotices notices) {
    this.teller = teller;
    this.notices = notices;
  }

  /**
   * Tells from now on. The topic may be missing, as may the brokers.
   *
   * @param worker who it is
   * @param interval how often it tells where nothing changes; 1 s or above
   * @param activity what it is at; asked for once a second, on a thread of the report's own
   * @param connection how to reach the brokers: servers, TLS, SASL
   */
  public static StatusReport begin(
      WorkerIdentity worker,
      Duration interval,
      Supplier<Activity> activity,
      Map<String, Object> connection) {
    KafkaNotices notices = KafkaNotices.connect(connection, Topics.WORKER_STATUS, MAX_QUEUED);
    StatusTeller teller =
        new StatusTeller(
            worker,
            interval,
            activity,
            status -> notices.send(status.worker(), () -> WorkerStatusCodec.encode(status)),
            InstantSource.system());
    teller.start();
    return new StatusReport(teller, notices);
  }

  /** Tells the end, and waits two seconds at most until that has arrived. */
  @Override
  public void close() {
    teller.close();
    notices.close();
  }
}
