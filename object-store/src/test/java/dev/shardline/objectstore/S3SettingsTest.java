package dev.shardline.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.objectstore.s3.S3Connection;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3SettingsTest {

  private static final S3Connection AWS =
      new S3Connection(Optional.empty(), Optional.empty(), false);
  private static final long PART = S3Settings.MIN_PART_BYTES;

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "Upper", "under_score", "-a-", "a/b", "user@host"})
  void refusesWhatIsNoBucket(String bucket) {
    assertThatThrownBy(() -> new S3Settings(bucket, "", AWS, PART))
        .hasMessage(
            "bucket must be 3 to 63 lower-case letters, digits, dots and dashes, was \"%s\""
                .formatted(bucket));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a", "a/", "a//b", "a b", "a%2fb"})
  void refusesWhatIsNoPrefix(String prefix) {
    assertThatThrownBy(() -> new S3Settings("bucket", prefix, AWS, PART))
        .hasMessageStartingWith("prefix must be ")
        .hasMessageEndingWith("was \"" + prefix + "\"");
  }

  @ParameterizedTest
  @ValueSource(longs = {5 * 1024 * 1024 - 1, 1024 * 1024 * 1024 + 1})
  void refusesAPartThatIsTooSmallOrTooLarge(long bytes) {
    assertThatThrownBy(() -> new S3Settings("bucket", "", AWS, bytes))
        .hasMessage("part-size must be from 5242880 to 1073741824, was " + bytes);
  }

  @Test
  void takesObjectsOfTenThousandParts() {
    assertThat(new S3Settings("bucket", "a/b.c", AWS, 8L << 20).maxObjectBytes())
        .isEqualTo(10_000 * (8L << 20));
  }
}
