package dev.shardline.worker.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.contracts.worker.WorkerStatus.Answers;
import dev.shardline.contracts.worker.WorkerStatus.Running;
import dev.shardline.worker.identity.WorkerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StatusTellerTest {

  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Activity IDLE = activity(0, 0);

  private final List<WorkerStatus> told = new CopyOnWriteArrayList<>();
  private Instant now = START;
  private Activity activity = IDLE;
  private final StatusTeller teller = teller(() -> now);

  @Test
  void tellsWhoItIsAndWhatItIsAt() {
    Running running = new Running("job/3", "factorial-sum 2500", START, 2);
    activity = new Activity(5, true, new Answers(12, 1, 3), List.of(running));
    now = START.plusSeconds(3);

    teller.look();

    assertThat(told)
        .containsExactly(
            new WorkerStatus(
                "host-1",
                "a-service",
                now,
                START,
                INTERVAL,
                2,
                5,
                true,
                false,
                new Answers(12, 1, 3),
                List.of(running)));
  }

  @Test
  void tellsAtOnceWhatChangedAndAtTheIntervalWhatDidNot() {
    teller.look();
    after(Duration.ofSeconds(1)).look();
    assertThat(told).hasSize(1);

    activity = activity(1, 0);
    after(Duration.ofSeconds(1)).look();
    assertThat(told).hasSize(2);

    after(Duration.ofSeconds(4)).look();
    assertThat(told).hasSize(2);
    after(Duration.ofSeconds(1)).look();
    assertThat(told).hasSize(3);
  }

  @Test
  void goesOnTellingWhenTheClockIsSetBack() {
    teller.look();

    after(Duration.ofHours(-1)).look();

    assertThat(told).hasSize(2);
  }

  @Test
  void tellsTheEndOnceAndNothingAfterIt() {
    teller.look();
    activity = activity(0, 7);

    teller.close();
    teller.close();
    after(INTERVAL).look();

    assertThat(told).extracting(WorkerStatus::ended).containsExactly(false, true);
    assertThat(told.getLast().answers().done()).isEqualTo(7);
  }

  @Test
  void countsWhatRunsAmongWhatItHolds() {
    Running running = new Running("job/3", "factorial-sum 2500", START, 1);

    assertThat(new Activity(0, false, new Answers(0, 0, 0), List.of(running)).acquired())
        .isEqualTo(1);
  }

  @Test
  void looksByItselfAlsoAfterALookThatFailed() {
    try (StatusTeller failsOnce =
        teller(
            new InstantSource() {
              private int asked;

              @Override
              public Instant instant() {
                if (++asked == 2) {
                  throw new IllegalStateException("once, after the start");
                }
                return Instant.now();
              }
            })) {
      failsOnce.start();

      await().until(() -> !told.isEmpty());
    }
  }

  private StatusTeller after(Duration passed) {
    now = now.plus(passed);
    return teller;
  }

  private StatusTeller teller(InstantSource clock) {
    return new StatusTeller(
        new WorkerIdentity("host-1", "a-service", 2), INTERVAL, () -> activity, told::add, clock);
  }

  private static Activity activity(int acquired, long done) {
    return new Activity(acquired, false, new Answers(done, 0, 0), List.of());
  }
}
