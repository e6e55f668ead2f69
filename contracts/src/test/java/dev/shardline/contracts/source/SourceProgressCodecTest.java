package dev.shardline.contracts.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.InvalidMessageException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceProgressCodecTest {

  private static final SourceProgress PROGRESS =
      new SourceProgress(
          new SourceId(JobId.parse("01a207af-ee9b-7c3d-9a5e-6f7081920a1b"), "customer_api"),
          2,
          12_582_912,
          4_194_304,
          Instant.parse("2026-11-23T09:15:01.123Z"));

  @Test
  void isWrittenAsInTheGoldenFile() {
    assertThat(SourceProgressCodec.encode(PROGRESS))
        .asString(UTF_8)
        .isEqualTo(JsonTree.compact(Message.SOURCE_PROGRESS.golden("running")));
  }

  @Test
  void isReadFromTheGoldenFile() {
    byte[] golden = Message.SOURCE_PROGRESS.golden("running").getBytes(UTF_8);

    assertThat(SourceProgressCodec.decode(golden)).isEqualTo(PROGRESS);
  }

  @Test
  void namesTheFieldThatIsWrong() {
    String golden = Message.SOURCE_PROGRESS.golden("running");
    byte[] wrong = golden.replace("\"attempt\": 2", "\"attempt\": 0").getBytes(UTF_8);

    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> SourceProgressCodec.decode(wrong))
        .withMessage("attempt: expected an integer from 1 to 2147483647, was 0");
  }
}
