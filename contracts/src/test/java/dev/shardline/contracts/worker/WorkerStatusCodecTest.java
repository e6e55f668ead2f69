package dev.shardline.contracts.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.worker.WorkerStatus.Answers;
import dev.shardline.contracts.worker.WorkerStatus.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerStatusCodecTest {

  private static final Instant AT = Instant.parse("2026-11-23T09:15:01.123Z");

  private static final WorkerStatus BUSY =
      status(
          "transform-service",
          2,
          5,
          false,
          List.of(
              new Running(
                  "01a207af-ee9b-7c3d-9a5e-6f7081920a1b/3",
                  "factorial-sum 2500",
                  Instant.parse("2026-11-23T09:14:58.500Z"),
                  1),
              new Running(
                  "01a207af-ee9b-7c3d-9a5e-6f7081920a1b/4",
                  "factorial-sum 2800",
                  Instant.parse("2026-11-23T09:15:00.900Z"),
                  2)));

  private static final WorkerStatus ENDED = status("ingest-service", 4, 0, true, List.of());

  @Test
  void isWrittenAsInTheGoldenFiles() {
    assertThat(WorkerStatusCodec.encode(BUSY))
        .asString(UTF_8)
        .isEqualTo(JsonTree.compact(Message.WORKER_STATUS.golden("busy")));
    assertThat(WorkerStatusCodec.encode(ENDED))
        .asString(UTF_8)
        .isEqualTo(JsonTree.compact(Message.WORKER_STATUS.golden("ended")));
  }

  @Test
  void isReadFromTheGoldenFiles() {
    assertThat(decode(Message.WORKER_STATUS.golden("busy"))).isEqualTo(BUSY);
    assertThat(decode(Message.WORKER_STATUS.golden("ended"))).isEqualTo(ENDED);
  }

  @Test
  void namesTheFieldThatIsWrong() {
    String golden = Message.WORKER_STATUS.golden("busy");

    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> decode(golden.replace("\"attempt\": 2", "\"attempt\": 0")))
        .withMessage("running[1].attempt: expected an integer from 1 to 2147483647, was 0");
    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> decode(golden.replace("\"running\": [", "\"running\": [1,")))
        .withMessage("running: expected an array of at most 64 objects, was an array");
  }

  @Test
  void readsAsManyThatRunAsMayBeTold() {
    Running one = BUSY.running().getFirst();
    int most = WorkerStatus.MAX_RUNNING;

    WorkerStatus full = status("a", 1, 0, false, Collections.nCopies(most, one));
    WorkerStatus over = status("a", 1, 0, false, Collections.nCopies(most + 1, one));

    assertThat(WorkerStatusCodec.decode(WorkerStatusCodec.encode(full))).isEqualTo(full);
    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> WorkerStatusCodec.decode(WorkerStatusCodec.encode(over)));
  }

  @Test
  void takesAWorkerForGoneThatEndedOrWasSilentForThreeIntervals() {
    assertThat(BUSY.isGone(AT.plusSeconds(15))).isFalse();
    assertThat(BUSY.isGone(AT.plusSeconds(15).plusMillis(1))).isTrue();
    assertThat(ENDED.isGone(AT)).isTrue();
  }

  private static WorkerStatus decode(String json) {
    return WorkerStatusCodec.decode(json.getBytes(UTF_8));
  }

  private static WorkerStatus status(
      String service, int slots, int acquired, boolean ended, List<Running> running) {
    return new WorkerStatus(
        "host-1234",
        service,
        AT,
        Instant.parse("2026-11-23T08:00:00Z"),
        Duration.ofSeconds(5),
        slots,
        acquired,
        ended,
        ended,
        new Answers(12, 1, 3),
        running);
  }
}
