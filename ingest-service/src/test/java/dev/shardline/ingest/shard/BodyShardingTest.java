package dev.shardline.ingest.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.source.BodyFormat;
import dev.shardline.contracts.source.RowPointer;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.raw.StoredBodies;
import dev.shardline.ingest.raw.StoredBody;
import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.objectstore.ObjectBody;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.objectstore.StoredObject;
import dev.shardline.tracing.TraceContext;
import dev.shardline.tracing.TraceSpan;
import dev.shardline.tracing.Traces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BodyShardingTest {

  private static final SourceId ID = new SourceId(JobId.create(), "customer_api");

  private static final StoredBody BODY = StoredBodies.of(ID);
  private static final Sharding JSON =
      new Sharding(BodyFormat.JSON, "amount", "double", Output.DECIMAL, Duration.ofMinutes(1));
  private static final TraceSpan UNTRACED =
      Traces.off().processing("source-requests", 0, 0, TraceContext.NONE);
  private static final Sharding LENIENT = allowing(0.7);

  @TempDir private Path directory;
  private RawBodies bodies;
  private BodySharding sharding;
  private final RecordingShardPublisher publisher = new RecordingShardPublisher();

  @BeforeEach
  void createSharding() {
    bodies = new RawBodies(new FilesystemObjectStore(directory), 1_000_000);
    sharding = new BodySharding(bodies, publisher, "worker-1", 10, 0.1);
  }

  @Test
  void readsEachPageAsABodyOfItsOwn() throws Exception {
    List<String> pages =
        List.of("[{\"amount\": 1}, {\"amount\": 2}]\n", "[]\n", "[{\"amount\": 3}]\n");
    keep(String.join("", pages));
    StoredBody paged =
        StoredBodies.of(ID, pages.stream().map(page -> (long) page.length()).toArray(Long[]::new));

    assertThat(sharding.publish(ID, paged, JSON, UNTRACED)).isEqualTo(new ShardedBody(3, 0));

    assertThat(publisher.shards()).extracting(Shard::number).containsExactly(1L, 2L, 3L);
  }

  @Test
  void givesEachRowItsPlaceInTheJobOfTheSource() throws Exception {
    keep("[{\"amount\": 5}, {\"amount\": 7}]");

    ShardedBody sharded = sharding.publish(ID, BODY, JSON, UNTRACED);

    assertThat(sharded).isEqualTo(new ShardedBody(2, 0));
    assertThat(publisher.shards()).containsExactly(shard(0, 5), shard(1, 7));
  }

  @Test
  void givesTheSameShardsAgain() throws Exception {
    keep("[{\"amount\": 5}, {\"amount\": 7}]");

    sharding.publish(ID, BODY, JSON, UNTRACED);
    List<Shard> first = List.copyOf(publisher.shards());
    publisher.shards().clear();
    sharding.publish(ID, BODY, JSON, UNTRACED);

    assertThat(publisher.shards()).isEqualTo(first);
  }

  @Test
  void answersARowWithoutANumberInThePlaceOfItsComputation() throws Exception {
    keep("[{\"amount\": 5}, {\"amount\": \"seven\"}, {}]");

    ShardedBody sharded = sharding.publish(ID, BODY, LENIENT, UNTRACED);

    assertThat(sharded).isEqualTo(new ShardedBody(3, 2));
    assertThat(publisher.shards()).extracting(shard -> shard.id().index()).containsExactly(0);
    assertThat(publisher.results())
        .extracting(ShardResult.Failed::id)
        .containsExactly(new ShardId(ID.shardsJob(), 1, 3), new ShardId(ID.shardsJob(), 2, 3));
    assertThat(publisher.results())
        .extracting(ShardResult.Failed::failure)
        .containsExactly(
            new Failure(
                Reason.INVALID_ROW,
                "row 2: amount: expected an integer of 0 or above, below 2^63, was the text"
                    + " \"seven\""),
            new Failure(
                Reason.INVALID_ROW,
                "row 3: amount is missing: expected an integer of 0 or above, below 2^63"));
    assertThat(publisher.results())
        .allSatisfy(result -> {
          assertThat(result.transform()).isEqualTo("double");
          assertThat(result.number()).isNull();
          assertThat(result.execution().worker()).isEqualTo("worker-1");
        });
  }

  /** What a body gives is told by its bytes alone: not by what was read before, or how it ended. */
  @ParameterizedTest
  @EnumSource(BodyFormat.class)
  void givesTheSameShardsResultsAndCountsAtEveryRedelivery(BodyFormat format) throws Exception {
    keep(
        switch (format) {
          case JSON -> "[{\"n\": 5}, {\"n\": \"x\"}, 7, {\"n\": 8}]";
          case NDJSON -> "{\"n\": 5}\n\n{\"n\": \n{\"n\": \"x\"}\n{\"n\": 8}\n";
          case CSV -> "n,m\n5,\nx,\n7\n8,\n";
        });
    Sharding asked =
        new Sharding(format, "n", RowPointer.ROOT, 0.5, "double", Output.SUMMARY, null);

    ShardedBody first = sharding.publish(ID, BODY, asked, UNTRACED);
    List<Shard> shards = List.copyOf(publisher.shards());
    List<ShardResult.Failed> results = List.copyOf(publisher.results());
    List<ShardedBody> again = new ArrayList<>();
    for (int delivery = 2; delivery <= 4; delivery++) {
      publisher.shards().clear();
      publisher.results().clear();
      // Another process, as after a crash.
      again.add(
          new BodySharding(bodies, publisher, "worker-1", 3, 0).publish(ID, BODY, asked, UNTRACED));
      assertThat(publisher.shards()).isEqualTo(shards);
      assertThat(publisher.results()).isEqualTo(results);
    }

    assertThat(again).containsOnly(first);
    assertThat(first).isEqualTo(new ShardedBody(4, 2));
    assertThat(shards).extracting(shard -> shard.id().index()).containsExactly(0, 3);
    assertThat(results).extracting(result -> result.id().index()).containsExactly(1, 2);
  }

  @Test
  void publishesNothingWhereTooManyRowsAreBad() throws Exception {
    keep("[{\"amount\": 5}, {\"amount\": \"seven\"}, {}]");

    IngestFailedException failed = failure(JSON);

    assertThat(failed.failure())
        .isEqualTo(
            new Failure(
                Reason.TOO_MANY_BAD_ROWS,
                "2 of 3 rows are bad, a larger share than 0.1 (ingest.shards.max-bad-rows) allows;"
                    + " the first: row 2: amount: expected an integer of 0 or above, below 2^63,"
                    + " was the text \"seven\"; check shards.field and shards.format, or allow more"
                    + " by shards.maxBadRows"));
    assertThat(failed.mayPass()).isFalse();
    assertThat(publisher.shards()).isEmpty();
    assertThat(publisher.results()).isEmpty();
  }

  @Test
  void letsTheRequestSayHowManyRowsMayBeBad() throws Exception {
    keep("[{\"amount\": 5}" + ", {\"amount\": 6}".repeat(8) + ", {}]");

    assertThat(sharding.publish(ID, BODY, JSON, UNTRACED)).isEqualTo(new ShardedBody(10, 1));
    assertThat(sharding.publish(ID, BODY, allowing(0.1), UNTRACED))
        .isEqualTo(new ShardedBody(10, 1));
    assertThat(failure(allowing(0.099)))
        .hasMessageStartingWith(
            "1 of 10 rows are bad, a larger share than 0.099 (shards.maxBadRows) allows");
    assertThat(failure(allowing(0)).failure().reason()).isEqualTo(Reason.TOO_MANY_BAD_ROWS);
  }

  @Test
  void allowsAllRowsToBeBadWhereThatIsAskedFor() throws Exception {
    keep("[{}, {}]");

    assertThat(sharding.publish(ID, BODY, allowing(1), UNTRACED)).isEqualTo(new ShardedBody(2, 2));
  }

  @Test
  void takesABodyWithoutRowsForAGoodOne() throws Exception {
    keep("[]");

    assertThat(sharding.publish(ID, BODY, allowing(0), UNTRACED)).isEqualTo(new ShardedBody(0, 0));
  }

  @Test
  void publishesNothingOfABodyThatBreaksItsFormatAtItsEnd() throws Exception {
    keep("[{\"amount\": 5}, {\"amount\": \"seven\"}, {\"amount\": 7]");

    IngestFailedException failed = failure(JSON);

    assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_BODY);
    assertThat(failed)
        .hasMessageContaining("the body is not json as shards.format says")
        .hasMessageContaining("at line 1, column ");
    assertThat(publisher.shards()).isEmpty();
    assertThat(publisher.results()).isEmpty();
  }

  @Test
  void saysThatABodyIsOfAnotherShape() throws Exception {
    keep("{\"amount\": 5}");

    assertThat(failure(JSON))
        .hasMessage(
            "the body is not json as shards.format says: expected one JSON array, was an object;"
                + " shards.pointer can lead to an array inside");
  }

  @Test
  void saysThatABodyIsNoText() throws Exception {
    bodies.keep(ID, null, out -> out.write(new byte[] {'n', '\n', (byte) 0xC3, 0x28, '\n'}));

    IngestFailedException failed =
        failure(new Sharding(BodyFormat.CSV, "n", "double", Output.SUMMARY));

    assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_BODY);
  }

  @Test
  void keepsTheBodyOutOfALongMessage() throws Exception {
    keep("[{\"amount\": " + "x".repeat(10_000) + "}]");

    assertThat(failure(JSON).getMessage()).contains("Unrecognized token").hasSizeLessThan(400);

    keep("amount\n\"" + "x".repeat(10_000) + "\"\n");

    assertThat(failure(csv()).getMessage()).contains("row 1, line 2").hasSizeLessThan(400);
  }

  @Test
  void saysThatAStoredBodyCannotBeRead() {
    assertThat(failure(JSON).failure().reason()).isEqualTo(Reason.STORE_FAILED);
  }

  @Test
  void noticesABodyThatWasReplacedByAShorterOne() {
    Iterator<String> readings =
        List.of("[{\"amount\": 5}, {\"amount\": 6}]", "[{\"amount\": 5}]").iterator();
    ObjectStore replaced =
        new ObjectStore() {
          @Override
          public StoredObject put(ObjectKey key, long maxBytes, ObjectBody body) {
            throw new ObjectStoreException("nothing is put in this test", null);
          }

          @Override
          public InputStream open(ObjectKey key) {
            return new ByteArrayInputStream(readings.next().getBytes(UTF_8));
          }

          @Override
          public boolean putIfAbsent(ObjectKey key, byte[] bytes) {
            throw new AssertionError("nothing is put on a condition");
          }

          @Override
          public boolean exists(ObjectKey key) {
            throw new AssertionError("nothing is looked for");
          }

          @Override
          public void delete(ObjectKey key) {
            throw new AssertionError("nothing is deleted");
          }
        };
    sharding = new BodySharding(new RawBodies(replaced, 1000), publisher, "worker-1", 10, 0.1);

    IngestFailedException failed = failure(JSON);

    assertThat(failed.failure().reason()).isEqualTo(Reason.STORE_FAILED);
    assertThat(failed).hasMessageContaining("was replaced");
  }

  @Test
  void throwsWhenAShardCannotBePublished() throws Exception {
    keep("[{\"amount\": 5}]");
    sharding =
        new BodySharding(
            bodies, new RefusingShardPublisher(new IllegalStateException("refused")), "w", 10, 0.1);

    assertThatThrownBy(() -> sharding.publish(ID, BODY, JSON, UNTRACED))
        .isInstanceOf(UnpublishedShardException.class)
        .hasMessageContaining("refused");
  }

  private static Shard shard(int index, long number) {
    return new Shard(
        new ShardId(ID.shardsJob(), index, 2),
        number,
        "double",
        Output.DECIMAL,
        Duration.ofMinutes(1));
  }

  private static Sharding allowing(double maxBadRows) {
    return new Sharding(
        JSON.format(),
        JSON.field(),
        RowPointer.ROOT,
        maxBadRows,
        JSON.transform(),
        JSON.output(),
        JSON.timeLimit());
  }

  private static Sharding csv() {
    return new Sharding(BodyFormat.CSV, JSON.field(), "double", Output.SUMMARY);
  }

  private void keep(String body) throws IOException {
    bodies.keep(ID, null, out -> out.write(body.getBytes(UTF_8)));
  }

  private IngestFailedException failure(Sharding asked) {
    return catchThrowableOfType(
        IngestFailedException.class, () -> sharding.publish(ID, BODY, asked, UNTRACED));
  }
}
