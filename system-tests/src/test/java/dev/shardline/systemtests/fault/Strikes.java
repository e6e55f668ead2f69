package dev.shardline.systemtests.fault;

import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.fleet.FleetBroker;
import dev.shardline.systemtests.fleet.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is done to workers and brokers. */
final class Strikes {

  private static final long LONGEST_GAP_MILLIS = 2000;

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private Strikes() {}

  /** Kills a random worker of those that are ready, at random times, as long as the job runs. */
  static void killWorkers(Ground ground, JobId job) {
    for (int i = 0; i < ground.form().kills() && ground.runs(job); i++) {
      List<ServiceProcess> ready =
          await("a worker to kill")
              .atMost(START_LIMIT)
              .until(() -> ready(ground), workers -> !workers.isEmpty());
      ready.get(ground.random().nextInt(ready.size())).kill();
      long gap = ground.random().nextLong(LONGEST_GAP_MILLIS);
      await("the time to the next kill").pollDelay(Duration.ofMillis(gap)).until(() -> true);
    }
  }

  /** Stops random workers for longer than their locks last, then lets them go on. */
  static void pauseWorkers(Ground ground, JobId job) throws InterruptedException {
    for (int i = 0; i < ground.form().rounds() + 1 && ground.runs(job); i++) {
      List<Thread> pauses = new ArrayList<>();
      for (ServiceProcess worker : ground.fleet().workers()) {
        if (pauses.isEmpty() || ground.random().nextBoolean()) {
          pauses.add(Thread.startVirtualThread(() -> pause(worker, ground.form().beyondLock())));
        }
      }
      for (Thread pause : pauses) {
        pause.join();
      }
    }
  }

  /** Stops the broker, and starts it. */
  static void stopBroker(Ground ground, JobId job) throws InterruptedException {
    for (int i = 0; i < ground.form().rounds() && ground.runs(job); i++) {
      FleetBroker broker = ground.fleet().broker();
      broker.stop();
      broker.startAgain();
    }
  }

  /** Kills the broker, and starts it. */
  static void killBroker(Ground ground, JobId job) throws InterruptedException {
    for (int i = 0; i < ground.form().rounds() && ground.runs(job); i++) {
      FleetBroker broker = ground.fleet().broker();
      broker.kill();
      broker.startAgain();
    }
  }

  /** Stops the broker from running for longer than locks last. */
  static void pauseBrokerBeyondLock(Ground ground, JobId job) throws InterruptedException {
    ground.fleet().broker().pause(ground.form().beyondLock());
  }

  /** Stops the broker from running for longer than it waits for silent members. */
  static void pauseBrokerBeyondSession(Ground ground, JobId job) throws InterruptedException {
    ground.fleet().broker().pause(ground.form().beyondSession());
  }

  private static List<ServiceProcess> ready(Ground ground) {
    return ground.fleet().workers().stream().filter(ServiceProcess::isReady).toList();
  }

  private static void pause(ServiceProcess worker, Duration duration) {
    try {
      worker.pause(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
