package dev.shardline.systemtests.fleet;

import static org.awaitility.Awaitility.await;

import dev.shardline.process.ChildJvm;
import dev.shardline.process.JvmCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service in a JVM of its own. Whenever it ends by itself or is killed, it is started again at
 * once, as Kubernetes does with a container. Thread-safe.
 */
public final class ServiceProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final String name;
  private final JvmCommand command;
  private final Path log;
  private final HealthProbe health;
  private final AtomicInteger starts = new AtomicInteger();
  private boolean kept = true;
  private ChildJvm jvm;

  private ServiceProcess(String name, JvmCommand command, Path log, HealthProbe health) {
    this.name = name;
    this.command = command;
    this.log = log;
    this.health = health;
    this.jvm = launch();
  }

  static ServiceProcess start(String name, JvmCommand command, Path log, HealthProbe health) {
    return new ServiceProcess(name, command, log, health);
  }

  /** What results name as their worker. */
  public String name() {
    return name;
  }

  /** Where it answers HTTP, as host and port. */
  public String address() {
    return "127.0.0.1:" + health.port();
  }

  /** How often it was started so far. */
  public int starts() {
    return starts.get();
  }

  /** Its present process. */
  public synchronized ChildJvm jvm() {
    return jvm;
  }

  /** Whether it says that it takes work. */
  public boolean isReady() {
    return health.isReady();
  }

  /** Returns when it is ready, and not before. */
  public void awaitReady() {
    await(name + " is ready")
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(health::isReady);
  }

  /** Returns when it says that it takes no more work, or is gone. */
  public void awaitNotReady() {
    await(name + " is not ready")
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !health.isReady());
  }

  /** Ends it without warning (SIGKILL); it is started again. */
  public void kill() {
    jvm().kill();
  }

  /** Stops it from running for so long (SIGSTOP, SIGCONT). */
  public void pause(Duration duration) throws InterruptedException {
    Signals.pause(jvm().handle(), duration);
  }

  /** Asks it to end (SIGTERM), for good: returns at once, and it is not started again. */
  public synchronized ChildJvm retire() {
    kept = false;
    jvm.terminate();
    return jvm;
  }

  /** Starts it again after it was retired; what has not ended by now is killed. */
  public synchronized void enlist() {
    jvm.kill();
    jvm.handle().onExit().join();
    kept = true;
    jvm = launch();
  }

  @Override
  public void close() {
    ChildJvm last = retire();
    last.close();
  }

  private ChildJvm launch() {
    starts.incrementAndGet();
    ChildJvm started = ChildJvm.start(name, command, log);
    // Not on the common pool: with two cores it is one thread, on which exits are told too, and
    // that
    // would wait for whoever waits for an exit with this locked.
    var _ =
        started
            .handle()
            .onExit()
            .thenAcceptAsync(ended -> startAgain(started), Thread::startVirtualThread);
    return started;
  }

  private synchronized void startAgain(ChildJvm ended) {
    // It may have been told late, and another be there already.
    if (kept && jvm == ended) {
      jvm = launch();
    }
  }
}
