package dev.shardline.ingest.shard;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.ingest.outcome.IngestFailedException;

/**
 * How many rows may be bad before a body is taken for the wrong one.
 *
 * @param share of all rows, 0 to 1
 * @param origin what sets it
 */
record BadRowLimit(double share, String origin) {

  /**
   * What holds for a request.
   *
   * @param configured the share that the service's settings say, which a request may overrule
   */
  static BadRowLimit of(Sharding sharding, double configured) {
    return sharding.maxBadRows() == null
        ? new BadRowLimit(configured, "ingest.shards.max-bad-rows")
        : new BadRowLimit(sharding.maxBadRows(), "shards.maxBadRows");
  }

  /**
   * Refuses a body.
   *
   * @throws IngestFailedException if more of its rows are bad
   */
  void require(RowTally tally) throws IngestFailedException {
    if (tally.bad() > 0 && (double) tally.bad() / tally.rows() > share) {
      throw new IngestFailedException(
          Reason.TOO_MANY_BAD_ROWS,
          "%d of %d rows are bad, a larger share than %s (%s) allows; the first: %s; check shards.field and shards.format, or allow more by shards.maxBadRows"
              .formatted(tally.bad(), tally.rows(), share, origin, tally.firstProblem()));
    }
  }
}
