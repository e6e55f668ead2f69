package dev.shardline.transform.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.part.Step;
import dev.shardline.objectstore.ObjectNotFoundException;
import dev.shardline.objectstore.ObjectStoreException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartObjectsTest {

  private static final List<Long> BOUNDS = List.of(1L, 60L, 100L);
  private static final Step FIRST = new Step(0, BOUNDS);
  private static final Step SECOND = new Step(1, BOUNDS);
  private static final RecordPosition ORIGIN =
      new RecordPosition("shards", 2, 17, Instant.parse("2026-01-02T03:04:05Z"));

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final PartObjects objects = new PartObjects(() -> store);
  private final PartRun run = new PartRun(ShardId.single(JobId.create()), ORIGIN, 0);

  @Test
  void givesBackThePartialValueOfAPart() {
    List<BigInteger> value =
        List.of(BigInteger.ZERO, BigInteger.TWO.pow(1000), BigInteger.ONE.negate());

    objects.store(run, FIRST, value);

    assertThat(objects.load(run, FIRST)).isEqualTo(value);
    assertThat(objects.isStored(run, SECOND)).isFalse();
    assertThatThrownBy(() -> objects.load(run, SECOND)).isInstanceOf(ObjectNotFoundException.class);
  }

  @Test
  void knowsWhetherTheValuesOfAllPartsAreThere() {
    objects.store(run, SECOND, List.of(BigInteger.ONE));
    assertThat(objects.areAllStored(run, BOUNDS)).isFalse();

    objects.store(run, FIRST, List.of(BigInteger.ONE));
    assertThat(objects.areAllStored(run, BOUNDS)).isTrue();

    objects.delete(run, FIRST);
    assertThat(objects.areAllStored(run, BOUNDS)).isFalse();
  }

  @Test
  void keepsToTheFirstDecision() {
    Failure failure = new Failure(Reason.DEADLINE, "too long");

    assertThat(objects.decision(run)).isEmpty();
    assertThat(objects.decide(run, Decision.failed(1, failure)))
        .isEqualTo(Decision.failed(1, failure));
    assertThat(objects.decide(run, Decision.combine(0))).isEqualTo(Decision.failed(1, failure));
    assertThat(objects.decision(run)).contains(Decision.failed(1, failure));
  }

  @Test
  void keepsWhatItKeepsOfRunsApart() {
    List<PartRun> others =
        List.of(
            new PartRun(run.id(), ORIGIN, 1),
            new PartRun(ShardId.single(JobId.create()), ORIGIN, 0),
            new PartRun(run.id(), new RecordPosition("shards", 2, 18, ORIGIN.timestamp()), 0),
            new PartRun(
                run.id(),
                new RecordPosition("shards", 2, 17, ORIGIN.timestamp().plusMillis(1)),
                0));

    objects.store(run, FIRST, List.of(BigInteger.ONE));
    var _ = objects.decide(run, Decision.cancelled(0));
    objects.finish(run);

    assertThat(objects.isFinished(run)).isTrue();
    assertThat(others)
        .allSatisfy(other -> {
          assertThat(objects.isStored(other, FIRST)).isFalse();
          assertThat(objects.decision(other)).isEmpty();
          assertThat(objects.isFinished(other)).isFalse();
        });
  }

  @Test
  void keepsPartsOfAnotherDivisionApart() {
    objects.store(run, FIRST, List.of(BigInteger.ONE));

    assertThat(objects.isStored(run, new Step(0, List.of(1L, 61L, 100L)))).isFalse();
  }

  @Test
  void finishesMoreThanOnce() {
    objects.finish(run);
    objects.finish(run);

    assertThat(objects.isFinished(run)).isTrue();
  }

  @Test
  void refusesADamagedValueAndADamagedDecision() {
    objects.store(run, FIRST, List.of(BigInteger.TEN));
    var _ = objects.decide(run, Decision.combine(0));

    store.replace("1-60", new byte[] {0, 0, 0, 1, 127, 127, 127, 127});
    store.replace("decision", new byte[] {'{'});

    assertThatThrownBy(() -> objects.load(run, FIRST))
        .isExactlyInstanceOf(ObjectStoreException.class)
        .hasMessageContaining("is damaged");
    assertThatThrownBy(() -> objects.decision(run))
        .isExactlyInstanceOf(ObjectStoreException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void refusesAValueOfWhichOneBitIsAnother() throws Exception {
    var out = new java.io.ByteArrayOutputStream();
    PartialValue.write(List.of(BigInteger.TWO.pow(100), BigInteger.ONE), out);
    byte[] bytes = out.toByteArray();
    assertThat(bytes)
        .hasSize((int) PartialValue.size(List.of(BigInteger.TWO.pow(100), BigInteger.ONE)));

    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1;
      assertThatThrownBy(() -> PartialValue.read(new java.io.ByteArrayInputStream(damaged)))
          .as("byte %d", i)
          .isInstanceOf(java.io.IOException.class);
    }
  }
}
