package dev.shardline.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectKeyTest {

  @ParameterizedTest
  @CsvSource({
    "customer_api, customer_api",
    "a-1.csv, a-1.csv",
    "a/b, a%2fb",
    "Api, %41pi",
    "., %2e",
    ".., %2e%2e",
    ".hidden, %2ehidden",
    "end., end%2e",
    "50%, 50%25",
    "a~b, a%7eb",
    "é, %c3%a9",
    "😀, %f0%9f%98%80"
  })
  void encodesASegment(String segment, String expected) {
    assertThat(ObjectKey.of("raw", segment).path()).isEqualTo("raw/" + expected);
  }

  @Test
  void keepsHalvesOfSurrogatePairsApart() {
    assertThat(ObjectKey.of("\ud800").path()).isEqualTo("%ud800");
    assertThat(ObjectKey.of("\ud801").path()).isEqualTo("%ud801");
  }

  @Test
  void shortensALongSegmentByItsHash() {
    String first = ObjectKey.of("ä".repeat(200) + "a").path();
    String second = ObjectKey.of("ä".repeat(200) + "b").path();

    assertThat(first).hasSizeLessThanOrEqualTo(SegmentEncoding.MAX_LENGTH).contains("~");
    assertThat(second).isNotEqualTo(first).startsWith(first.substring(0, 100));
  }

  @Test
  void givesDifferentPathsToDifferentSegmentsEvenIfCaseIsIgnored() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<String, String> segmentsByPath = new HashMap<>();

    for (int i = 0; i < 20_000; i++) {
      String segment = randomSegment(random);
      String path = ObjectKey.of(segment).path();
      String other = segmentsByPath.put(path.toLowerCase(Locale.ROOT), segment);

      assertThat(path).as("seed %d, segment %s", seed, segment).matches("[a-z0-9%._~-]{1,200}");
      assertThat(path).as("seed %d", seed).doesNotStartWith(".").doesNotEndWith(".");
      assertThat(other == null || other.equals(segment))
          .as("seed %d: both %s and %s become %s", seed, segment, other, path)
          .isTrue();
    }
  }

  @Test
  void refusesAnEmptySegment() {
    assertThatThrownBy(() -> ObjectKey.of("raw", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[raw, ]");
  }

  @Test
  void refusesAKeyWithoutSegments() {
    assertThatThrownBy(ObjectKey::of).isInstanceOf(IllegalArgumentException.class);
  }

  /** Of few characters, so that many segments are nearly the same. */
  private static String randomSegment(Random random) {
    String alphabet = "aA.%2e~/u\ud83d\ude00ü";
    int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 4);
    StringBuilder segment = new StringBuilder();
    for (int i = 0; i < length; i++) {
      segment.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return segment.toString();
  }
}
