package dev.shardline.transform.computation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.DecimalText;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.objectstore.ObjectBody;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.objectstore.StoredObject;
import dev.shardline.transform.RetryableException;
import dev.shardline.transform.Transformation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShardComputationTest {

  private static final long MEBIBYTE = 1024 * 1024;

  private static final int INLINE_LIMIT = 100;

  /** What the store does with a text; a broken disk unless a test says otherwise. */
  private ObjectStore store = new BrokenStore(() -> {});

  private final MemoryBudget memory = new MemoryBudget(2 * MEBIBYTE);
  private final AtomicInteger starts = new AtomicInteger();

  @AfterEach
  void theMemoryIsFreeAgain() throws InterruptedException {
    // Would wait for ever if a computation had kept some.
    memory.reserve(memory.total()).close();
  }

  @Test
  void describesTheValue() throws Exception {
    Transformation power =
        StubTransformation.of("power", number -> BigInteger.TWO.pow((int) number));

    IntegerValue value = value(compute(power, "power", 100, Output.SUMMARY));

    assertThat(value.digits()).isEqualTo(31);
    assertThat(value.sha256()).isEqualTo(sha256("10000000000000000000000000"));
    assertThat(value.leading()).isEqualTo("12676506002282294014");
    assertThat(value.trailing()).isEqualTo("28229401496703205376");
    assertThat(value.decimal()).isNull();
  }

  @Test
  void describesTheMagnitudeOfANegativeValueAndWritesItWithItsSign() throws Exception {
    Transformation negated =
        StubTransformation.of("negated", number -> BigInteger.valueOf(number).negate());

    IntegerValue value = value(compute(negated, "negated", 258, Output.DECIMAL));

    assertThat(value)
        .isEqualTo(
            new IntegerValue(3, sha256("0102"), "258", "258", new DecimalText.Inline("-258")));
  }

  @Test
  void listsTheTransformationsItKnowsWhenOneIsUnknown() throws Exception {
    ShardComputation computation = computation(counting("b"), counting("a"));

    Failure failure = failure(computation.compute(shard("c", 1, Output.SUMMARY), () -> false));

    assertThat(failure)
        .isEqualTo(new Failure(Reason.UNKNOWN_TRANSFORM, "transform: expected one of a, b, was c"));
  }

  @Test
  void refusesANumberAboveTheConfiguredMaximum() throws Exception {
    Failure failure = failure(compute(counting("a"), "a", 1001, Output.SUMMARY));

    assertThat(failure)
        .isEqualTo(new Failure(Reason.NUMBER_TOO_LARGE, "number: expected at most 1000, was 1001"));
    assertThat(starts).hasValue(0);
  }

  @Test
  void computesTheConfiguredMaximum() throws Exception {
    value(compute(counting("a"), "a", 1000, Output.SUMMARY));

    assertThat(starts).hasValue(1);
  }

  @Test
  void refusesANumberAboveTheTransformationsMaximum() throws Exception {
    Failure failure = failure(compute(counting("a").upTo(7), "a", 8, Output.SUMMARY));

    assertThat(failure)
        .isEqualTo(new Failure(Reason.NUMBER_TOO_LARGE, "number: expected at most 7, was 8"));
    assertThat(starts).hasValue(0);
  }

  @Test
  void refusesWhatNeedsMoreMemoryThanThereIs() throws Exception {
    Transformation large = counting("a").needing(number -> 2 * MEBIBYTE + 1);

    Failure failure = failure(compute(large, "a", 5, Output.SUMMARY));

    assertThat(failure)
        .isEqualTo(
            new Failure(
                Reason.NUMBER_TOO_LARGE,
                "number: a of 5 needs about 3 MiB of heap, this worker has 2 MiB to compute"
                    + " with"));
    assertThat(starts).hasValue(0);
  }

  @Test
  void computesWhatNeedsAllTheMemory() throws Exception {
    value(compute(counting("a").needing(number -> 2 * MEBIBYTE), "a", 5, Output.SUMMARY));

    assertThat(starts).hasValue(1);
  }

  @Test
  void failsAShardWhoseTransformationThrows() throws Exception {
    Transformation broken =
        StubTransformation.of(
            "a",
            number -> {
              throw new IllegalStateException("no table for " + number);
            });

    Failure failure = failure(compute(broken, "a", 5, Output.SUMMARY));

    assertThat(failure)
        .isEqualTo(
            new Failure(
                Reason.TRANSFORM_FAILED,
                "a of 5 failed: java.lang.IllegalStateException: no table for 5"));
  }

  @Test
  void failsAShardForNowWhoseTransformationAsksForAnotherTry() throws Exception {
    Transformation busy =
        StubTransformation.of(
            "a",
            number -> {
              throw new RetryableException("the licence server is away");
            });

    Computed computed = compute(busy, "a", 5, Output.SUMMARY);

    assertThat(computed)
        .isEqualTo(
            new Computed.NotNow(
                new Failure(Reason.TRANSFORM_FAILED, "a of 5 failed: the licence server is away")));
  }

  @Test
  void failsAShardForNowWhoseDecimalsCannotBeStored() throws Exception {
    Transformation long_ = StubTransformation.of("a", number -> BigInteger.TEN.pow(INLINE_LIMIT));

    Computed computed = compute(long_, "a", 5, Output.DECIMAL);

    assertThat(computed)
        .isEqualTo(
            new Computed.NotNow(
                new Failure(
                    Reason.STORE_FAILED, "the decimal digits were not stored: the disk is full")));
  }

  @Test
  void handsOnAnInterruptionAndGivesTheMemoryBack() {
    Transformation interrupted =
        StubTransformation.of(
                "a",
                number -> {
                  throw new InterruptedException();
                })
            .needing(number -> 2 * MEBIBYTE);

    assertThatThrownBy(() -> compute(interrupted, "a", 5, Output.SUMMARY))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void blamesNoShardForDecimalsThatAnInterruptionKeepsFromTheStore() {
    store = new BrokenStore(Thread.currentThread()::interrupt);
    Transformation long_ = StubTransformation.of("a", number -> BigInteger.TEN.pow(INLINE_LIMIT));

    assertThatThrownBy(() -> compute(long_, "a", 5, Output.DECIMAL))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void endsTheSummaryWhenItIsInterrupted() {
    Transformation interrupted =
        StubTransformation.of(
            "a",
            number -> {
              Thread.currentThread().interrupt();
              return BigInteger.valueOf(number);
            });

    assertThatThrownBy(() -> compute(interrupted, "a", 5, Output.SUMMARY))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void endsTheDecimalsWhenItIsInterruptedInTheirMidst() {
    AtomicInteger pieces = new AtomicInteger();
    store = new InterruptingStore(pieces);
    Transformation large = StubTransformation.of("a", number -> BigInteger.ONE.shiftLeft(800_000));

    assertThatThrownBy(() -> compute(large, "a", 5, Output.DECIMAL))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(pieces).hasValue(1);
  }

  @Test
  void refusesADecimalTextThatNeedsMoreMemoryThanThereIs() throws Exception {
    Transformation larger =
        StubTransformation.of("a", number -> BigInteger.ONE.shiftLeft(2_000_000));

    Failure failure = failure(compute(larger, "a", 5, Output.DECIMAL));

    assertThat(failure)
        .isEqualTo(
            new Failure(
                Reason.NUMBER_TOO_LARGE,
                "number: the decimal text of a of 5 needs about 5 MiB of heap, this worker has 2 MiB"
                    + " to compute with"));
    value(compute(larger, "a", 5, Output.SUMMARY));
  }

  private StubTransformation counting(String name) {
    return StubTransformation.of(
        name,
        number -> {
          starts.incrementAndGet();
          return BigInteger.valueOf(number);
        });
  }

  private Computed compute(Transformation transformation, String name, long number, Output output)
      throws InterruptedException {
    return computation(transformation).compute(shard(name, number, output), () -> false);
  }

  private ShardComputation computation(Transformation... transformations) {
    DecimalTexts decimals = new DecimalTexts(INLINE_LIMIT, () -> store);
    return new ShardComputation(
        new Transformations(List.of(transformations)), 1000, memory, decimals);
  }

  /** Fails, after something has happened. */
  private record BrokenStore(Runnable before) implements ObjectStore {

    @Override
    public StoredObject put(ObjectKey key, long maxBytes, ObjectBody body) {
      before.run();
      throw new ObjectStoreException("the disk is full", null);
    }

    @Override
    public InputStream open(ObjectKey key) {
      throw new AssertionError("nothing is read");
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
  }

  /** Interrupts its thread with the first piece of a text, and counts what still comes. */
  private record InterruptingStore(AtomicInteger pieces) implements ObjectStore {

    @Override
    public StoredObject put(ObjectKey key, long maxBytes, ObjectBody body) throws IOException {
      body.writeTo(
          new OutputStream() {
            @Override
            public void write(int octet) {
              throw new AssertionError("pieces are longer");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
              pieces.incrementAndGet();
              Thread.currentThread().interrupt();
            }
          });
      throw new AssertionError("the body was written to its end");
    }

    @Override
    public InputStream open(ObjectKey key) {
      throw new AssertionError("nothing is read");
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
  }

  private static Shard shard(String transform, long number, Output output) {
    return new Shard(ShardId.single(JobId.create()), number, transform, output);
  }

  private static IntegerValue value(Computed computed) {
    return ((Computed.Value) computed).value();
  }

  private static Failure failure(Computed computed) {
    return ((Computed.None) computed).failure();
  }

  private static String sha256(String hexadecimal) throws Exception {
    byte[] bytes = HexFormat.of().parseHex(hexadecimal);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
