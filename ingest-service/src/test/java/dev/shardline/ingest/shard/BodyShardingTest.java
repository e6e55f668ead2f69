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
import dev.shardline.contracts.source.Sharding;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.objectstore.ObjectBody;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.objectstore.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyShardingTest {

  private static final SourceId ID = new SourceId(JobId.create(), "customer_api");
  private static final Sharding JSON =
      new Sharding(BodyFormat.JSON, "amount", "double", Output.DECIMAL, Duration.ofMinutes(1));

  @TempDir private Path directory;
  private RawBodies bodies;
  private BodySharding sharding;
  private final RecordingShardPublisher publisher = new RecordingShardPublisher();

  @BeforeEach
  void createSharding() {
    bodies = new RawBodies(new FilesystemObjectStore(directory), 1_000_000);
    sharding = new BodySharding(bodies, publisher, "worker-1", 10);
  }

  @Test
  void givesEachRowItsPlaceInTheJobOfTheSource() throws Exception {
    keep("[{\"amount\": 5}, {\"amount\": 7}]");

    int count = sharding.publish(ID, JSON);

    assertThat(count).isEqualTo(2);
    assertThat(publisher.shards()).containsExactly(shard(0, 5), shard(1, 7));
  }

  @Test
  void givesTheSameShardsAgain() throws Exception {
    keep("[{\"amount\": 5}, {\"amount\": 7}]");

    sharding.publish(ID, JSON);
    List<Shard> first = List.copyOf(publisher.shards());
    publisher.shards().clear();
    sharding.publish(ID, JSON);

    assertThat(publisher.shards()).isEqualTo(first);
  }

  @Test
  void answersARowWithoutANumberInThePlaceOfItsComputation() throws Exception {
    keep("[{\"amount\": 5}, {\"amount\": \"seven\"}, {}]");

    int count = sharding.publish(ID, JSON);

    assertThat(count).isEqualTo(3);
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
            "the body is not json as shards.format says: expected one JSON array, was another JSON"
                + " value");
  }

  @Test
  void saysThatABodyIsNoText() throws Exception {
    bodies.keep(ID, out -> out.write(new byte[] {'n', '\n', (byte) 0xC3, 0x28, '\n'}));

    IngestFailedException failed =
        failure(new Sharding(BodyFormat.CSV, "n", "double", Output.SUMMARY));

    assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_BODY);
  }

  @Test
  void keepsTheBodyOutOfALongMessage() throws Exception {
    keep("n\n1," + "x".repeat(10_000) + "\n");

    IngestFailedException failed =
        failure(new Sharding(BodyFormat.CSV, "n", "double", Output.SUMMARY));

    assertThat(failed.getMessage()).contains("Too many entries").hasSizeLessThan(400);
  }

  @Test
  void saysThatAStoredBodyCannotBeRead() {
    assertThat(failure(JSON).failure().reason()).isEqualTo(Reason.STORE_FAILED);
  }

  @Test
  void noticesABodyThatWasReplacedByAShorterOne() {
    Iterator<String> readings = List.of("[{\"amount\": 5}, {}]", "[{\"amount\": 5}]").iterator();
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
        };
    sharding = new BodySharding(new RawBodies(replaced, 1000), publisher, "worker-1", 10);

    IngestFailedException failed = failure(JSON);

    assertThat(failed.failure().reason()).isEqualTo(Reason.STORE_FAILED);
    assertThat(failed).hasMessageContaining("was replaced");
  }

  @Test
  void throwsWhenAShardCannotBePublished() throws Exception {
    keep("[{\"amount\": 5}]");
    sharding =
        new BodySharding(
            bodies, new RefusingShardPublisher(new IllegalStateException("refused")), "w", 10);

    assertThatThrownBy(() -> sharding.publish(ID, JSON))
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

  private void keep(String body) throws IOException {
    bodies.keep(ID, out -> out.write(body.getBytes(UTF_8)));
  }

  private IngestFailedException failure(Sharding asked) {
    return catchThrowableOfType(IngestFailedException.class, () -> sharding.publish(ID, asked));
  }
}
