package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.raw.StoredBody;
import dev.shardline.tracing.TraceKeys;
import dev.shardline.tracing.TraceSpan;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a stored body into shards, one for each row. Every shard tells how many there are, so the
 * body is read twice: to check and count its rows, then to publish them. A body that breaks its
 * format in its last row has therefore given no shard. Thread-safe.
 */
public final class BodySharding {

  private final RawBodies bodies;
  private final ShardPublisher publisher;
  private final String worker;
  private final int maxUnconfirmed;
  private final double maxBadRows;

  /**
   * @param bodies where the body is kept
   * @param publisher takes the shards
   * @param worker this process, as results name it
   * @param maxUnconfirmed how many shards of a body may be sent and not yet durable
   * @param maxBadRows the share of rows, 0 to 1, that may be bad where a request does not say it
   */
  public BodySharding(
      RawBodies bodies,
      ShardPublisher publisher,
      String worker,
      int maxUnconfirmed,
      double maxBadRows) {
    this.bodies = bodies;
    this.publisher = publisher;
    this.worker = worker;
    this.maxUnconfirmed = maxUnconfirmed;
    this.maxBadRows = maxBadRows;
  }

  /**
   * Publishes the shards of a body, and returns once all are durable. The same body gives the same
   * shards, ids included, however often it is asked for.
   *
   * @param id whose shards they are
   * @param request what traces say of the work that they come of
   * @throws IngestFailedException if the body is not what its format says, or too many of its rows
   *     are bad: then without any shard
   * @throws UnpublishedShardException if a shard could not be published
   */
  public ShardedBody publish(SourceId id, StoredBody body, Sharding sharding, TraceSpan request)
      throws IOException, InterruptedException {
    try {
      RowTally tally = count(body, sharding);
      BadRowLimit.of(sharding, maxBadRows).require(tally);
      publish(id, tally.rows(), body, sharding, request);
      return new ShardedBody(tally.rows(), tally.bad());
    } catch (IngestFailedException e) {
      throw e;
    } catch (JsonProcessingException e) {
      throw invalid(sharding, e, e.getLocation());
    } catch (InvalidBodyException | CharConversionException e) {
      throw invalid(sharding, e, null);
    } catch (IOException e) {
      throw IngestFailedException.passing(
          Reason.STORE_FAILED, "the stored body could not be read: " + e.getMessage(), e);
    }
  }

  private RowTally count(StoredBody body, Sharding sharding) throws IOException {
    RowTally tally = new RowTally();
    try (RowReader rows = rows(body, sharding)) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        tally.add(row);
      }
    }
    return tally;
  }

  private void publish(
      SourceId id, int count, StoredBody body, Sharding sharding, TraceSpan request)
      throws IOException, InterruptedException {
    TraceSpan sending = request.sending(Topics.SHARDS, count).with(TraceKeys.JOB, id.shardsJob());
    try {
      publish(
          new RowShards(id.shardsJob(), count, sharding, worker, sending.context()),
          body,
          sharding);
    } finally {
      sending.end();
    }
  }

  private void publish(RowShards shards, StoredBody body, Sharding sharding)
      throws IOException, InterruptedException {
    UnconfirmedShards unconfirmed = new UnconfirmedShards(maxUnconfirmed);
    try (RowReader rows = rows(body, sharding)) {
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

  private RowReader rows(StoredBody body, Sharding sharding) throws IOException {
    InputStream bytes = bodies.open(body.keptAs());
    return body.pages().isEmpty()
        ? RowReaders.open(sharding, bytes)
        : new PagedRows(bytes, body.pages(), page -> RowReaders.open(sharding, page));
  }

  private static IngestFailedException invalid(
      Sharding sharding, IOException cause, @Nullable JsonLocation place) {
    String format = JsonFields.spelling(sharding.format());
    String where =
        place == null
            ? ""
            : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    return new IngestFailedException(
        Reason.INVALID_BODY,
        "the body is not %s as shards.format says: %s%s"
            .formatted(format, ParserMessage.of(cause), where),
        cause);
  }
}
