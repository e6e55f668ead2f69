package dev.shardline.monitor.worker;

import static dev.shardline.monitor.worker.Statuses.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.worker.WorkerStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private final Workers workers = new Workers();

  @Test
  void areThoseThatToldByServiceAndName() {
    workers.heard(Statuses.holding("b", 1, NOON));
    workers.heard(Statuses.holding("a", 2, NOON));
    workers.heard(Statuses.of("z", "ingest-service", 1, NOON, false));

    assertThat(names(workers.all(NOON))).containsExactly("z", "a", "b");
    assertThat(names(workers.live(Statuses.SERVICE, NOON))).containsExactly("a", "b");
  }

  @Test
  void areAtWhatTheyToldLastWhateverOrderItComesIn() {
    workers.heard(Statuses.holding("a", 3, NOON.plusSeconds(5)));
    workers.heard(Statuses.holding("a", 9, NOON));

    assertThat(workers.all(NOON.plusSeconds(5)))
        .containsExactly(Statuses.holding("a", 3, NOON.plusSeconds(5)));
  }

  @Test
  void doNotWorkOnceTheyWereSilentForThreeIntervals() {
    workers.heard(Statuses.holding("a", 3, NOON));

    assertThat(workers.live(Statuses.SERVICE, NOON.plusSeconds(15))).hasSize(1);
    assertThat(workers.live(Statuses.SERVICE, NOON.plusSeconds(16))).isEmpty();
    assertThat(workers.all(NOON.plusSeconds(16))).as("still to be seen").hasSize(1);
  }

  @Test
  void doNotWorkOnceTheyHaveEnded() {
    workers.heard(Statuses.holding("a", 3, NOON));
    workers.heard(Statuses.ended("a", NOON.plusSeconds(1)));

    assertThat(workers.live(Statuses.SERVICE, NOON.plusSeconds(1))).isEmpty();
    assertThat(workers.all(NOON.plusSeconds(1))).hasSize(1);
  }

  @Test
  void areForgottenFiveMinutesAfterTheirLastWord() {
    workers.heard(Statuses.holding("a", 3, NOON));

    assertThat(workers.all(NOON.plusSeconds(300))).hasSize(1);
    assertThat(workers.all(NOON.plusSeconds(301))).isEmpty();
  }

  @Test
  void areTwoThousandAtMostOfWhichTheOldestGoes() {
    Instant last = NOON;
    for (int i = 0; i <= 2000; i++) {
      last = NOON.plusMillis(i);
      workers.heard(Statuses.holding("worker-" + i, 1, last));
    }

    List<WorkerStatus> all = workers.all(last);
    assertThat(all).hasSize(2000);
    assertThat(names(all)).doesNotContain("worker-0").contains("worker-1", "worker-2000");
  }

  private static List<String> names(List<WorkerStatus> statuses) {
    return statuses.stream().map(WorkerStatus::worker).toList();
  }
}
