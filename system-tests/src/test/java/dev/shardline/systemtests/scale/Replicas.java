package dev.shardline.systemtests.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.process.ChildJvm;
import dev.shardline.systemtests.fleet.ServiceProcess;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Workers as a Kubernetes Deployment keeps them: so many of a fixed number run, each is stopped by
 * SIGTERM, and has to end by itself and without error. Not thread-safe.
 */
final class Replicas {

  private static final Duration GRACE_PERIOD = Duration.ofSeconds(60);

  /** Work for all that run. */
  interface Load {

    /** Returns when it has begun. */
    void come() throws Exception;
  }

  private final Deque<ServiceProcess> running = new ArrayDeque<>();
  private final Deque<ServiceProcess> stopped = new ArrayDeque<>();

  /**
   * Takes over workers, all of which run.
   *
   * @param workers as many as there can be
   */
  Replicas(List<ServiceProcess> workers) {
    running.addAll(workers);
  }

  /** Starts or stops workers, all at a time, and returns when so many run and are ready. */
  void scaleTo(int count) throws InterruptedException {
    List<ServiceProcess> started = new ArrayList<>();
    while (running.size() < count) {
      ServiceProcess worker = stopped.remove();
      worker.enlist();
      started.add(worker);
      running.add(worker);
    }
    started.forEach(ServiceProcess::awaitReady);
    List<ChildJvm> ending = new ArrayList<>();
    while (running.size() > count) {
      ServiceProcess worker = running.remove();
      ending.add(worker.retire());
      stopped.add(worker);
    }
    for (ChildJvm process : ending) {
      assertEndsWithoutError(process);
    }
  }

  /**
   * Replaces every worker by a new process, one after the other: the new one is ready before the
   * old one is stopped (maxSurge 1, maxUnavailable 0). One of the fixed number must not run.
   *
   * @param load called each time before an old one is stopped
   */
  void roll(Load load) throws Exception {
    for (int left = running.size(); left > 0; left--) {
      scaleTo(running.size() + 1);
      load.come();
      scaleTo(running.size() - 1);
    }
  }

  private static void assertEndsWithoutError(ChildJvm process) throws InterruptedException {
    assertThat(process.awaitExit(GRACE_PERIOD)).as("ends within its grace period").isTrue();
    assertThat(process.exitCode()).isZero();
  }
}
