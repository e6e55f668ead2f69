package dev.shardline.ingest.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

  @Test
  void endsEachLineAtItsLineFeed() throws IOException {
    assertThat(lines("a\n\nb\r\n c ")).containsExactly("1:a", "2:", "3:b\r", "4: c ");
    assertThat(lines("a\n")).containsExactly("1:a");
    assertThat(lines("\n")).containsExactly("1:");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void keepsNothingOfALineThatIsTooLong() throws IOException {
    String longest = "x".repeat(100_000);

    assertThat(lines(longest + "\n" + longest + "y\nz\n" + longest.repeat(9)))
        .containsExactly("1:" + longest, "2 is too long", "3:z", "4 is too long");
  }

  @Test
  void holdsNoMoreThanTheLongestLineAllowed() throws IOException {
    try (BoundedLines lines = open("x".repeat(100_000) + "\n" + "x".repeat(1_000_000))) {
      assertThat(lines.next()).isTrue();
      assertThat(lines.next()).isTrue();

      assertThat(lines.bytes()).hasSizeLessThanOrEqualTo(100_000);
    }
  }

  private static List<String> lines(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (BoundedLines lines = open(text)) {
      while (lines.next()) {
        found.add(
            lines.tooLong()
                ? lines.number() + " is too long"
                : lines.number() + ":" + new String(lines.bytes(), 0, lines.length(), UTF_8));
      }
    }
    return found;
  }

  private static BoundedLines open(String text) {
    return new BoundedLines(new ByteArrayInputStream(text.getBytes(UTF_8)), 100_000);
  }
}
