package dev.shardline.ingest.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.source.BodyFormat;
import dev.shardline.contracts.source.RowPointer;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.raw.StoredBodies;
import dev.shardline.objectstore.ObjectBody;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.objectstore.StoredObject;
import dev.shardline.tracing.TraceContext;
import dev.shardline.tracing.Traces;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A body that is never held, in two million rows, of which every thousandth is bad. What bounds the
 * memory is how far reading is ahead of publishing: some buffers, and never a share of the rows.
 */
@Timeout(60)
class ManyRowsTest {

  private static final int ROWS = 2_000_000;

  /** A buffer of 64 KiB, or of several smaller ones, holds at most so many of these rows. */
  private static final int MAX_AHEAD = 64 * 1024 / 8;

  @ParameterizedTest
  @EnumSource(BodyFormat.class)
  void areReadNoFurtherThanTheyArePublished(BodyFormat format) throws Exception {
    BodyInMaking bodies = new BodyInMaking(() -> body(format));
    CheckingPublisher publisher = new CheckingPublisher(bodies);
    RowPointer pointer =
        format == BodyFormat.JSON ? new RowPointer("/pages/1/rows") : RowPointer.ROOT;
    Sharding asked = new Sharding(format, "n", pointer, null, "double", Output.SUMMARY, null);

    SourceId id = new SourceId(JobId.create(), "api");

    ShardedBody sharded =
        new BodySharding(new RawBodies(bodies, 1), publisher, "worker-1", 500, 0.001)
            .publish(
                id,
                StoredBodies.of(id),
                asked,
                Traces.off().processing("source-requests", 0, 0, TraceContext.NONE));

    assertThat(sharded).isEqualTo(new ShardedBody(ROWS, ROWS / 1000));
    assertThat(publisher.published).isEqualTo(ROWS);
    assertThat(publisher.failed).isEqualTo(ROWS / 1000);
    assertThat(publisher.outOfPlace).isZero();
    assertThat(publisher.furthestAhead).isPositive().isLessThanOrEqualTo(MAX_AHEAD);
  }

  private static GeneratedBody body(BodyFormat format) {
    return switch (format) {
      case JSON ->
          new GeneratedBody(
              "{\"pages\": [{}, {\"rows\": [{\"n\": 0}",
              ROWS - 1,
              i -> ", {\"n\": %s}".formatted(number(i + 1)),
              "], \"next\": null}]}");
      case NDJSON -> new GeneratedBody("", ROWS, i -> "{\"n\": " + number(i) + "}\n", "");
      case CSV -> new GeneratedBody("m,n\n", ROWS, i -> "row," + number(i) + "\n", "");
    };
  }

  private static String number(int index) {
    return isBad(index) ? "-1" : Integer.toString(index);
  }

  private static boolean isBad(int index) {
    return index % 1000 == 999;
  }

  /** Gives the body anew each time it is opened. */
  private static final class BodyInMaking implements ObjectStore {

    private final Supplier<GeneratedBody> bodies;
    private @Nullable GeneratedBody last;

    BodyInMaking(Supplier<GeneratedBody> bodies) {
      this.bodies = bodies;
    }

    @Override
    public StoredObject put(ObjectKey key, long maxBytes, ObjectBody body) {
      throw new ObjectStoreException("nothing is put in this test", null);
    }

    @Override
    public InputStream open(ObjectKey key) {
      last = bodies.get();
      return last;
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

    int made() {
      return last == null ? 0 : last.made();
    }
  }

  /** Keeps nothing but counts. */
  private static final class CheckingPublisher implements ShardPublisher {

    private final BodyInMaking body;
    private int published;
    private int failed;
    private int outOfPlace;
    private int furthestAhead;

    CheckingPublisher(BodyInMaking body) {
      this.body = body;
    }

    @Override
    public CompletionStage<Void> publish(Shard shard, TraceContext trace) {
      return count(shard.id().index(), !isBad(published) && shard.number() == published);
    }

    @Override
    public CompletionStage<Void> publish(ShardResult.Failed result, TraceContext trace) {
      failed++;
      return count(result.id().index(), isBad(published));
    }

    private CompletionStage<Void> count(int index, boolean right) {
      if (!right || index != published) {
        outOfPlace++;
      }
      furthestAhead = Math.max(furthestAhead, body.made() - published);
      published++;
      return CompletableFuture.completedStage(null);
    }
  }
}
