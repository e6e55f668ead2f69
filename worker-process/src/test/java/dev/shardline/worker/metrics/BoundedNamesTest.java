package dev.shardline.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedNamesTest {

  @Test
  void theFirstKeepTheirNamesAndAllFurtherOnesShareOne() {
    BoundedNames names = new BoundedNames(2, "other");

    assertThat(List.of("a", "b", "c", "a", "b", "d"))
        .extracting(names::of)
        .containsExactly("a", "b", "other", "a", "b", "other");
  }

  @Test
  void theSharedNameTakesNoPlace() {
    BoundedNames names = new BoundedNames(1, "other");

    assertThat(List.of("other", "a")).extracting(names::of).containsExactly("other", "a");
  }

  @Test
  void keepsNoneIfNoneMayBe() {
    assertThat(new BoundedNames(0, "other").of("a")).isEqualTo("other");
  }
}
