package dev.shardline.systemtests.fault;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much of everything: {@code -Dshardline.faults=short}, the default, or {@code long}. */
enum Form {
  /** With locks and sessions of seconds, so that what outlasts them takes seconds too. */
  SHORT(240, 6, 1, Duration.ofSeconds(3), Duration.ofSeconds(5)),

  /** With the locks and sessions that everybody has by default. */
  LONG(2000, 40, 3, null, null);

  private static final Duration DEFAULT_LOCK = Duration.ofSeconds(30);
  private static final Duration DEFAULT_SESSION = Duration.ofSeconds(45);

  private final int shards;
  private final int kills;
  private final int rounds;
  private final @Nullable Duration lock;
  private final @Nullable Duration session;

  Form(int shards, int kills, int rounds, @Nullable Duration lock, @Nullable Duration session) {
    this.shards = shards;
    this.kills = kills;
    this.rounds = rounds;
    this.lock = lock;
    this.session = session;
  }

  /** The one that was asked for. */
  static Form asked() {
    return valueOf(System.getProperty("shardline.faults", "short").toUpperCase(Locale.ROOT));
  }

  /** How many shards go through each fault. */
  int shards() {
    return shards;
  }

  /** How many workers are killed. */
  int kills() {
    return kills;
  }

  /** How often every other fault strikes. */
  int rounds() {
    return rounds;
  }

  /** The lock to set; null: the default stays. */
  @Nullable Duration lock() {
    return lock;
  }

  /** The session timeout to set; null: the default stays. */
  @Nullable Duration session() {
    return session;
  }

  /** A little longer than a lock lasts. */
  Duration beyondLock() {
    return (lock == null ? DEFAULT_LOCK : lock).plusSeconds(2);
  }

  /** A little longer than a silent member is waited for. */
  Duration beyondSession() {
    return (session == null ? DEFAULT_SESSION : session).plusSeconds(2);
  }
}
