package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.raw.RawBodies;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a stored body into shards, one for each row. Every shard tells how many there are, so the
 * body is read twice: to check and count its rows, then to publish them. A body that breaks its
 * format in its last row has therefore given no shard. Thread-safe.
 */
public final class BodySharding {

  private static final int MAX_PROBLEM_LENGTH = 200;

  private final RawBodies bodies;
  private final ShardPublisher publisher;
  private final String worker;
  private final int maxUnconfirmed;

  /**
   * @param bodies where the body is kept
   * @param publisher takes the shards
   * @param worker this process, as results name it
   * @param maxUnconfirmed how many shards of a body may be sent and not yet durable
   */
  public BodySharding(
      RawBodies bodies, ShardPublisher publisher, String worker, int maxUnconfirmed) {
    this.bodies = bodies;
    this.publisher = publisher;
    this.worker = worker;
    this.maxUnconfirmed = maxUnconfirmed;
  }

  /**
   * Publishes the shards of a body, and returns once all are durable. The same body gives the same
   * shards, ids included, however often it is asked for.
   *
   * @return how many shards there are, unusable rows included
   * @throws IngestFailedException if the body is not what its format says: then without any shard
   * @throws UnpublishedShardException if a shard could not be published
   */
  public int publish(SourceId id, Sharding sharding) throws IOException, InterruptedException {
    try {
      int count = count(id, sharding);
      publish(new RowShards(id.shardsJob(), count, sharding, worker), id, sharding);
      return count;
    } catch (IngestFailedException e) {
      throw e;
    } catch (JsonProcessingException e) {
      throw invalid(sharding, e.getOriginalMessage(), e.getLocation(), e);
    } catch (InvalidBodyException | CharConversionException e) {
      throw invalid(sharding, e.getMessage(), null, e);
    } catch (IOException e) {
      throw IngestFailedException.passing(
          Reason.STORE_FAILED, "the stored body could not be read: " + e.getMessage(), e);
    }
  }

  private int count(SourceId id, Sharding sharding) throws IOException {
    try (RowReader rows = RowReaders.open(sharding, bodies.open(id))) {
      int count = 0;
      while (rows.next() != null) {
        if (count == Integer.MAX_VALUE) {
          throw new InvalidBodyException("expected at most 2147483647 rows", null);
        }
        count++;
      }
      return count;
    }
  }

  private void publish(RowShards shards, SourceId id, Sharding sharding)
      throws IOException, InterruptedException {
    UnconfirmedShards unconfirmed = new UnconfirmedShards(maxUnconfirmed);
    try (RowReader rows = RowReaders.open(sharding, bodies.open(id))) {
      for (int index = 0; index < shards.count(); index++) {
        Row row = rows.next();
        if (row == null) {
          // Another process, which has the same request after a rebalance, has replaced it.
          throw IngestFailedException.passing(
              Reason.STORE_FAILED,
              "the stored body was replaced while it was read",
              Optional.empty());
        }
        int place = index;
        unconfirmed.send(() -> shards.publish(row, place, publisher));
      }
    }
    unconfirmed.awaitAll();
  }

  private static IngestFailedException invalid(
      Sharding sharding, @Nullable String problem, @Nullable JsonLocation place, Exception cause) {
    String format = JsonFields.spelling(sharding.format());
    String what = problem == null ? "malformed" : problem.lines().findFirst().orElse("malformed");
    // A parser's message may hold a whole value of the body.
    String brief =
        what.length() <= MAX_PROBLEM_LENGTH ? what : what.substring(0, MAX_PROBLEM_LENGTH) + "...";
    String where =
        place == null
            ? ""
            : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    return new IngestFailedException(
        Reason.INVALID_BODY,
        "the body is not %s as shards.format says: %s%s".formatted(format, brief, where),
        cause);
  }
}
