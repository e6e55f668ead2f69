package dev.shardline.cli.letter;

import dev.shardline.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The topics of dead letters, and where their records belong. */
public final class LetterTopics {

  private static final Map<String, String> ORIGINS =
      Map.of(
          Topics.SHARDS_DEAD, Topics.SHARDS,
          Topics.SOURCE_REQUESTS_DEAD, Topics.SOURCE_REQUESTS);

  private static final Map<String, String> ANSWERS =
      Map.of(
          Topics.SHARDS_DEAD, Topics.SHARD_RESULTS,
          Topics.SOURCE_REQUESTS_DEAD, Topics.SOURCE_OUTCOMES);

  /** All of them. */
  public static final List<String> ALL = List.of(Topics.SHARDS_DEAD, Topics.SOURCE_REQUESTS_DEAD);

  private LetterTopics() {}

  /** The topic that the letters of a topic came from, and the only one that they may go to. */
  public static String originOf(String letters) {
    return Objects.requireNonNull(ORIGINS.get(letters), letters);
  }

  /** The topic with the answers to what the letters of a topic asked for. */
  public static String answersOf(String letters) {
    return Objects.requireNonNull(ANSWERS.get(letters), letters);
  }
}
