package dev.shardline.cli.ledger;

import dev.shardline.contracts.job.JobId;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The two parts of an answer's key.
 *
 * @param job before the first slash
 * @param rest behind it
 */
record KeyText(JobId job, String rest) {

  /** Whether a key is that of a piece of some jobs. */
  static boolean isOf(Predicate<JobId> jobs, @Nullable String key) {
    return key != null && parse(key).filter(text -> jobs.test(text.job())).isPresent();
  }

  /** Reads a key; empty if it is none. */
  static Optional<KeyText> parse(String key) {
    int slash = key.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new KeyText(JobId.parse(key.substring(0, slash)), key.substring(slash + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
