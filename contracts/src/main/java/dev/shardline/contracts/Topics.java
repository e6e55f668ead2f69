package dev.shardline.contracts;

/** The topics' names. The message shape is versioned by topic: another shape is another topic. */
public final class Topics {

  /** Sources to fetch; keyed by source name. */
  public static final String SOURCE_REQUESTS = "source-requests";

  /** One outcome for each source request; keyed by job id and source name. */
  public static final String SOURCE_OUTCOMES = "source-outcomes";

  /**
   * How far the fetches under way are; keyed by job id and source name. For watching alone: nothing
   * needs it, and messages may be missing.
   */
  public static final String SOURCE_PROGRESS = "source-progress";

  /**
   * What each worker is at; keyed by worker. For watching alone: nothing needs it, and messages may
   * be missing.
   */
  public static final String WORKER_STATUS = "worker-status";

  /** Shards to compute; keyed by job id and index. */
  public static final String SHARDS = "shards";

  /** One result for each shard; keyed by job id and index, compacted. */
  public static final String SHARD_RESULTS = "shard-results";

  /** Source requests that can never succeed, as they came, with the cause in their headers. */
  public static final String SOURCE_REQUESTS_DEAD = "source-requests-dead";

  /** Shards that can never succeed, as they came, with the cause in their headers. */
  public static final String SHARDS_DEAD = "shards-dead";

  /** Jobs that are to be ended; keyed by job id. Every transform service reads all of it. */
  public static final String CANCELLATIONS = "cancellations";

  /**
   * Shards that wait for their next attempt, as they came, with when it is due in their headers.
   */
  public static final String SHARDS_RETRY = "shards-retry";

  /**
   * Attempts at shards whose worker may have died with them; keyed by the shard's place in its
   * topic, compacted. The transform services' own.
   */
  public static final String SHARD_ATTEMPTS = "shard-attempts";

  private Topics() {}
}
