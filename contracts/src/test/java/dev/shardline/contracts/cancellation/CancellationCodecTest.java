package dev.shardline.contracts.cancellation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.json.InvalidMessageException;
import org.junit.jupiter.api.Test;

class CancellationCodecTest {

  private static final Cancellation CANCELLATION =
      new Cancellation(JobId.parse("01a207af-ee9b-7c3d-9a5e-6f7081920a1b"));

  @Test
  void isWrittenAsInTheGoldenFile() {
    assertThat(CancellationCodec.encode(CANCELLATION))
        .asString(UTF_8)
        .isEqualTo(JsonTree.compact(Message.CANCELLATION.golden("job")));
  }

  @Test
  void isReadFromTheGoldenFile() {
    byte[] golden = Message.CANCELLATION.golden("job").getBytes(UTF_8);

    assertThat(CancellationCodec.decode(golden)).isEqualTo(CANCELLATION);
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> CancellationCodec.decode("{\"jobId\": 7}".getBytes(UTF_8)))
        .withMessage("jobId: expected a UUID of version 7, was 7");
  }
}
