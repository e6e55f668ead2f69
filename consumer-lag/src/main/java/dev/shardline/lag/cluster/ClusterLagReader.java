package dev.shardline.lag.cluster;

import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.LagReader;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.Partition;
import dev.shardline.lag.WatchedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;

/**
 * Reads lag from a Kafka cluster: positions first, then logs, so that what is written meanwhile
 * counts as not processed. The number of calls does not depend on how many groups and partitions
 * there are. For one thread at a time.
 */
public final class ClusterLagReader implements LagReader, AutoCloseable {

  private final ClusterClients clients;
  private final Duration timeout;
  private final Admin connection;
  private final AdminCalls admin;
  private final GroupStates groupStates;
  private final Logs logs;
  private final Map<IsolationLevel, LogView> views = new HashMap<>();

  /**
   * Connects when it is first read.
   *
   * @param kafka settings of Kafka clients, {@code bootstrap.servers} among them
   * @param timeout how long to wait for an answer of the brokers, and how long to read records
   * @throws org.apache.kafka.common.KafkaException if the settings make no client
   */
  public ClusterLagReader(Map<String, Object> kafka, Duration timeout) {
    this.clients = new ClusterClients(kafka, timeout);
    this.timeout = timeout;
    this.connection = clients.admin();
    // The client's own timeout comes first, and says of what.
    this.admin = new AdminCalls(connection, timeout.multipliedBy(2));
    this.groupStates = new GroupStates(admin);
    this.logs = new Logs(admin);
  }

  @Override
  public LagReading read(List<WatchedGroup> groups) throws InterruptedException {
    Instant at = Instant.now();
    long began = System.nanoTime();
    List<GroupState> states = groupStates.read(groups);
    Set<String> topics = new TreeSet<>();
    states.forEach(state -> topics.addAll(Watched.topics(state)));
    Map<String, Fact<Set<Partition>>> partitions = logs.partitions(topics);
    Set<String> recreated = logs.takeRecreated();
    views.values().forEach(view -> view.forget(recreated));
    Map<IsolationLevel, List<Watched>> watched =
        states.stream()
            .map(state -> Watched.of(state, partitions))
            .collect(Collectors.groupingBy(ClusterLagReader::isolation));
    Map<String, GroupLag> lags = new HashMap<>();
    for (Map.Entry<IsolationLevel, List<Watched>> each : watched.entrySet()) {
      view(each.getKey()).read(each.getValue()).forEach(lag -> lags.put(lag.name(), lag));
    }
    List<GroupLag> inOrder = new ArrayList<>();
    groups.forEach(group -> inOrder.add(Objects.requireNonNull(lags.get(group.name()))));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new LagReading(at, inOrder, admin.takeCount(), took);
  }

  private LogView view(IsolationLevel isolation) {
    return views.computeIfAbsent(
        isolation, each -> new LogView(admin, clients.reader(each), logs, each, timeout));
  }

  private static IsolationLevel isolation(Watched watched) {
    return watched.state().readCommitted()
        ? IsolationLevel.READ_COMMITTED
        : IsolationLevel.READ_UNCOMMITTED;
  }

  @Override
  public void close() {
    views.values().forEach(LogView::close);
    connection.close(Duration.ZERO);
  }
}
