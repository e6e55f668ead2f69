package dev.shardline.monitor.service;

import dev.shardline.broker.TestBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The broker and settings of the service under test. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

  /** A group that is watched beside Shardline's own. */
  static final String FOREIGN_GROUP = "reports";

  static final String FOREIGN_TOPIC = "orders";

  /** Every class loader, of which each application under test has one, would start a broker. */
  private static final String ADDRESS_OF_THIS_JVM = "shardline.test.broker.address";

  @Override
  public Map<String, String> start() {
    String address = address();
    new TestTopics(address).createAll();
    return Map.of(
        "kafka.bootstrap.servers",
        address,
        "monitor.interval",
        "1s",
        "monitor.groups." + FOREIGN_GROUP + ".kind",
        "consumer",
        "monitor.groups." + FOREIGN_GROUP + ".topics",
        FOREIGN_TOPIC);
  }

  static String address() {
    return (String)
        System.getProperties()
            .computeIfAbsent(ADDRESS_OF_THIS_JVM, absent -> TestBroker.shared().bootstrapServers());
  }

  /** The broker ends with the JVM. */
  @Override
  public void stop() {}
}
