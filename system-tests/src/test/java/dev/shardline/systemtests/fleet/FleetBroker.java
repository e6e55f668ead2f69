package dev.shardline.systemtests.fleet;

import dev.shardline.broker.BrokerDistribution;
import dev.shardline.broker.BrokerSettings;
import dev.shardline.broker.LocalBroker;
import dev.shardline.broker.LoopbackPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A broker that goes away and comes back, on the same port and with the same data. */
public final class FleetBroker implements AutoCloseable {

  private final BrokerSettings settings;
  private LocalBroker broker;

  private FleetBroker(BrokerSettings settings) throws InterruptedException {
    this.settings = settings;
    this.broker = launch(settings);
  }

  /**
   * Starts a broker.
   *
   * @param overrides broker properties beyond those of a local broker
   */
  static FleetBroker start(Path directory, Map<String, String> overrides)
      throws InterruptedException {
    return new FleetBroker(
        new BrokerSettings(directory, LoopbackPorts.free(), LoopbackPorts.free(), overrides));
  }

  /** Where clients connect, before and after it comes back. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Asks it to end (SIGTERM), and returns when it has. */
  public void stop() {
    broker.close();
  }

  /** Ends it without warning (SIGKILL). */
  public void kill() throws InterruptedException {
    broker.jvm().kill();
    broker.jvm().handle().onExit().join();
  }

  /** Brings it back, and returns when clients can connect. */
  public void startAgain() throws InterruptedException {
    broker = launch(settings);
  }

  /**
   * Stops it from running for so long (SIGSTOP, SIGCONT): its connections stay, and say nothing.
   */
  public void pause(Duration duration) throws InterruptedException {
    Signals.pause(broker.jvm().handle(), duration);
  }

  @Override
  public void close() {
    broker.close();
  }

  private static LocalBroker launch(BrokerSettings settings) throws InterruptedException {
    Path home = Path.of(System.getProperty("shardline.home", ".."));
    return LocalBroker.start(BrokerDistribution.ofBuild(home), settings);
  }
}
