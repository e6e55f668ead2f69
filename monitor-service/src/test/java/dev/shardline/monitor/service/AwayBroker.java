package dev.shardline.monitor.service;

import dev.shardline.broker.BrokerDistribution;
import dev.shardline.broker.BrokerSettings;
import dev.shardline.broker.LocalBroker;
import dev.shardline.broker.LoopbackPorts;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;

/** A service whose broker is not there until a test starts it. */
public final class AwayBroker implements QuarkusTestProfile {

  /** More than one class loader makes profiles of it. */
  private static final String PORT_OF_THIS_JVM = "shardline.test.away-broker.port";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "kafka.bootstrap.servers",
        "127.0.0.1:" + port(),
        "monitor.interval",
        "1s",
        "monitor.timeout",
        "2s");
  }

  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }

  /** Starts it, or starts it again on what is in the directory. */
  static LocalBroker start(Path directory, int controllerPort) throws InterruptedException {
    return LocalBroker.start(
        BrokerDistribution.ofBuild(Path.of(System.getProperty("shardline.home", ".."))),
        new BrokerSettings(directory, port(), controllerPort, Map.of()));
  }

  private static int port() {
    return Integer.parseInt(
        (String)
            System.getProperties()
                .computeIfAbsent(
                    PORT_OF_THIS_JVM, absent -> Integer.toString(LoopbackPorts.free())));
  }
}
