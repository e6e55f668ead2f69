package dev.shardline.contracts.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobIdTest {

  private static final Instant TIME = Instant.parse("2026-11-23T09:15:00.123Z");

  @Test
  void isAUuidOfVersion7() {
    for (JobId id : List.of(JobId.create(), JobId.derived(TIME, "customer_api"))) {
      assertThat(id.uuid().version()).isEqualTo(7);
      assertThat(id.uuid().variant()).isEqualTo(2);
    }
  }

  @Test
  void carriesItsTimeInMilliseconds() {
    assertThat(JobId.derived(TIME, "customer_api").time()).isEqualTo(TIME);
    assertThat(JobId.derived(TIME.plusNanos(999_999), "customer_api").time()).isEqualTo(TIME);
  }

  @Test
  void carriesThePresentTimeWhenCreated() {
    Instant before = Instant.now().minusMillis(1);

    JobId id = JobId.create();

    assertThat(id.time()).isBetween(before, Instant.now());
  }

  @Test
  void isNewEachTimeItIsCreated() {
    assertThat(Stream.generate(JobId::create).limit(1_000).distinct()).hasSize(1_000);
  }

  @Test
  void isAlwaysTheSameWhenDerivedFromTheSame() {
    assertThat(JobId.derived(TIME, "customer_api"))
        .hasToString("01a207af-ee9b-7a40-85a7-ed123bf1cc34");
  }

  @Test
  void isAnotherWhenDerivedFromAnotherNameOrTime() {
    JobId id = JobId.derived(TIME, "customer_api");

    assertThat(JobId.derived(TIME, "order_api")).isNotEqualTo(id);
    assertThat(JobId.derived(TIME.plusMillis(1), "customer_api")).isNotEqualTo(id);
  }

  @Test
  void keepsTimesThat48BitsCannotHoldAtTheNearestThatTheyCan() {
    assertThat(JobId.derived(Instant.ofEpochMilli(-1), "no timestamp").time())
        .isEqualTo(Instant.EPOCH);
    assertThat(JobId.derived(Instant.ofEpochMilli(Long.MAX_VALUE), "far future").time())
        .isEqualTo(Instant.ofEpochMilli((1L << 48) - 1));
  }

  @Test
  void isOrderedByTime() {
    JobId first = JobId.derived(TIME, "b");
    JobId second = JobId.derived(TIME.plusMillis(1), "a");
    // Above 2^47 milliseconds the first bit is set: as a signed number it would come first.
    JobId last = JobId.derived(Instant.ofEpochMilli(1L << 47), "c");

    assertThat(Stream.of(last, second, first).sorted()).containsExactly(first, second, last);
  }

  @Test
  void isOrderedByItsRemainingBitsWithinAMillisecond() {
    JobId low = JobId.parse("01a207af-ee9b-7000-8000-000000000000");
    JobId high = JobId.parse("01a207af-ee9b-7000-bfff-ffffffffffff");

    assertThat(low).isLessThan(high).isEqualByComparingTo(JobId.parse(low.toString()));
  }

  @Test
  void readsWhatItWrites() {
    JobId id = JobId.create();

    assertThat(JobId.parse(id.toString())).isEqualTo(id);
    assertThat(JobId.parse("01A207AF-EE9B-7C3D-9A5E-6F7081920A1B"))
        .hasToString("01a207af-ee9b-7c3d-9a5e-6f7081920a1b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "job",
        "1-1-7001-8001-1",
        "01a207afee9b7c3d9a5e6f7081920a1b",
        "{01a207af-ee9b-7c3d-9a5e-6f7081920a1b}",
        "+1a207af-ee9b-7c3d-9a5e-6f7081920a1b",
        "001a207af-ee9b-7c3d-9a5e-f7081920a1b",
        "1a207af-0ee9b-7c3d-9a5e-6f7081920a1b",
        "01a207ag-ee9b-7c3d-9a5e-6f7081920a1b",
        "01a207af-ee9b-7c3d-9a5e-6f7081920a1b ",
      })
  void refusesWhatIsNoUuid(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JobId.parse(text))
        .withMessage("must be a UUID of version 7: " + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01a207af-ee9b-1c3d-9a5e-6f7081920a1b",
        "01a207af-ee9b-4c3d-9a5e-6f7081920a1b",
        "01a207af-ee9b-8c3d-9a5e-6f7081920a1b",
        "01a207af-ee9b-7c3d-0a5e-6f7081920a1b",
        "01a207af-ee9b-7c3d-ca5e-6f7081920a1b",
        "00000000-0000-0000-0000-000000000000",
      })
  void refusesAnotherVersionOrVariant(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JobId.parse(text))
        .withMessage("must be a UUID of version 7: " + text);
    assertThatIllegalArgumentException().isThrownBy(() -> new JobId(UUID.fromString(text)));
  }
}
