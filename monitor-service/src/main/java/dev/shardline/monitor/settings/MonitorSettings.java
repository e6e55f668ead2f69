package dev.shardline.monitor.settings;

import dev.shardline.lag.GroupKind;
import dev.shardline.lag.StartPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be set of the service; ranges are in {@link SettingsCheck}. */
@ConfigMapping(prefix = "monitor")
public interface MonitorSettings {

  /** How often lag is read: 1 s to 1 min. What is older than two of them is not shown as valid. */
  @WithDefault("5s")
  Duration interval();

  /** How long to wait for an answer of the brokers: 1 s to 1 min. */
  @WithDefault("5s")
  Duration timeout();

  /** How far back jobs, failures and the history of lag go: 1 min to 1 day. */
  @WithDefault("1h")
  Duration window();

  /** Whether answers, dead letters and workers are read, which costs in proportion to them. */
  @WithDefault("true")
  boolean activity();

  /** Which groups are watched, by group id; Shardline's own are set and can be changed. */
  Map<String, Group> groups();

  /** A group. */
  interface Group {

    /** What it is taken for while it does not exist: {@code share} or {@code consumer}. */
    @WithDefault("consumer")
    GroupKind kind();

    /** What it processes; absent: what it has positions in, or is assigned. */
    Optional<List<String>> topics();

    /**
     * Where a consumer group begins without a position, as its consumers' {@code auto.offset.reset}
     * says: {@code earliest}, {@code latest} or {@code unknown}. Share groups say so themselves.
     */
    @WithDefault("unknown")
    StartPolicy start();

    /** Whether its consumers read the records of committed transactions alone. */
    @WithDefault("false")
    boolean readCommitted();

    /** Which of Shardline's services its members are: they tell what they hold. Absent: none. */
    Optional<String> service();
  }
}
