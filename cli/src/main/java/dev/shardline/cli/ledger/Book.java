package dev.shardline.cli.ledger;

import dev.shardline.contracts.job.RecordPosition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Enters records into a ledger. Records of one topic and one key are to be told in their order. Not
 * thread-safe.
 */
public sealed interface Book permits ShardBook, SourceBook {

  /** Where it is entered. */
  Ledger ledger();

  /**
   * A record that asks for work.
   *
   * @param position where it stands now
   * @param headers by name; of several with one name the last
   */
  void request(byte @Nullable [] value, RecordPosition position, Map<String, String> headers);

  /**
   * A record that answers.
   *
   * @return false if it stands under a key of the jobs that are entered, and answers nothing
   */
  boolean answer(@Nullable String key, byte @Nullable [] value);

  /** A dead letter. */
  void letter(Map<String, String> headers);
}
