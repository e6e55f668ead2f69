package dev.shardline.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartBufferTest {

  @Test
  void takesNoMoreThanThereIsRoomFor() throws IOException {
    PartBuffer buffer = new PartBuffer(5);

    assertThat(buffer.add(new byte[] {1, 2, 3}, 0, 3)).isEqualTo(3);
    assertThat(buffer.isFull()).isFalse();
    assertThat(buffer.add(new byte[] {9, 4, 5, 6}, 1, 3)).isEqualTo(2);

    assertThat(buffer.isFull()).isTrue();
    assertThat(buffer.content().readAllBytes()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void growsToItsCapacity() throws IOException {
    byte[] bytes = new byte[200_001];
    new Random(1).nextBytes(bytes);
    PartBuffer buffer = new PartBuffer(bytes.length);

    for (int at = 0; at < bytes.length; ) {
      at += buffer.add(bytes, at, Math.min(70_000, bytes.length - at));
    }

    assertThat(buffer.isFull()).isTrue();
    assertThat(buffer.content().readAllBytes()).isEqualTo(bytes);
  }

  @Test
  void givesItsContentAsOftenAsAsked() throws IOException {
    PartBuffer buffer = new PartBuffer(5);
    buffer.add(new byte[] {1, 2}, 0, 2);

    assertThat(buffer.content().readAllBytes()).containsExactly(1, 2);
    assertThat(buffer.content().readAllBytes()).containsExactly(1, 2);
    buffer.clear();
    assertThat(buffer.content().readAllBytes()).isEmpty();
  }
}
