package dev.shardline.contracts.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardIdTest {

  private static final JobId JOB = JobId.parse("01a207af-ee9b-7c3d-9a5e-6f7081920a1b");

  @Test
  void isKeyedByJobAndIndex() {
    assertThat(new ShardId(JOB, 2, 4).key()).isEqualTo("01a207af-ee9b-7c3d-9a5e-6f7081920a1b/2");
  }

  @Test
  void namesTheOnlyShardOfAJob() {
    assertThat(ShardId.single(JOB)).isEqualTo(new ShardId(JOB, 0, 1));
  }

  @ParameterizedTest
  @CsvSource({"-1, 4", "4, 4", "5, 4", "0, 0", "0, -1"})
  void refusesAnIndexOutsideTheCount(int index, int count) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShardId(JOB, index, count))
        .withMessage("index must be from 0 to count - 1 (count is " + count + "): " + index);
  }
}
