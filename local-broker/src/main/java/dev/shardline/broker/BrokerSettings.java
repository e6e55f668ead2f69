package dev.shardline.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a broker is started with.
 *
 * @param directory holds its data, configuration and log; what is there already is continued
 * @param port where clients connect, on loopback
 * @param controllerPort where its own controller listens, on loopback
 * @param overrides broker properties beyond or instead of those set here
 * @param logLevels by logger, such as {@code debug}; all others log warnings
 */
public record BrokerSettings(
    Path directory,
    int port,
    int controllerPort,
    Map<String, String> overrides,
    Map<String, String> logLevels) {

  public BrokerSettings {
    overrides = Map.copyOf(overrides);
    logLevels = Map.copyOf(logLevels);
  }

  /** A broker that logs warnings alone. */
  public BrokerSettings(
      Path directory, int port, int controllerPort, Map<String, String> overrides) {
    this(directory, port, controllerPort, overrides, Map.of());
  }

  List<String> logOptions() {
    List<String> options = new ArrayList<>();
    options.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    options.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    logLevels.forEach(
        (logger, level) -> options.add("-Dorg.slf4j.simpleLogger.log." + logger + "=" + level));
    return options;
  }

  Path dataDirectory() {
    return directory.resolve("data");
  }

  String serverProperties() {
    Map<String, String> properties = new java.util.TreeMap<>();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.put("log.dirs", dataDirectory().toString());
    properties.put("auto.create.topics.enable", "false");
    // One node: every internal topic has one copy, and one partition is plenty.
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "1");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("transaction.state.log.num.partitions", "1");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("share.coordinator.state.topic.num.partitions", "1");
    // Half a second by default: so often a record says that nothing happened, and there is no other
    // controller to fall behind.
    properties.put("metadata.max.idle.interval.ms", "0");
    // A group's first member waits two heartbeats for its first record; 5 s each by default.
    properties.put("group.initial.rebalance.delay.ms", "0");
    properties.put("group.consumer.min.heartbeat.interval.ms", "500");
    properties.put("group.consumer.heartbeat.interval.ms", "500");
    properties.put("group.share.min.heartbeat.interval.ms", "500");
    properties.put("group.share.heartbeat.interval.ms", "500");
    properties.putAll(overrides);
    return properties.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
        .collect(Collectors.joining());
  }
}
