package dev.shardline.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemandTest {

  private final AtomicLong taken = new AtomicLong();
  private final Demand demand = new Demand(2, 3);

  @BeforeEach
  void begin() {
    demand.begin(
        new Flow.Subscription() {
          @Override
          public void request(long count) {
            taken.addAndGet(count);
          }

          @Override
          public void cancel() {
            throw new IllegalStateException("what was taken could not be acknowledged then");
          }
        });
  }

  @Test
  void takesOneForEachWorker() {
    assertThat(taken).hasValue(2);
  }

  @Test
  void takesAnotherForOneThatIsAnswered() {
    demand.answered();

    assertThat(taken).hasValue(3);
  }

  @Test
  void takesAnotherForOneThatWaits() {
    demand.waits();

    assertThat(taken).hasValue(3);
  }

  @Test
  void takesNoneForOneWhoseWorkerIsTakenByOneThatWaited() {
    demand.waits();
    demand.resumes();

    demand.answered();

    assertThat(taken).hasValue(3);
  }

  @Test
  void takesNoMoreWhenTooManyWait() {
    demand.waits();
    demand.waits();
    demand.waits();
    demand.answered();

    assertThat(taken).hasValue(4);
  }

  @Test
  void makesUpForWhatItDidNotTakeWhenFewerWait() {
    demand.waits();
    demand.waits();
    demand.waits();
    demand.answered();
    demand.resumes();

    demand.answered();

    assertThat(taken).hasValue(6);
  }

  @Test
  void takesNoMoreAfterItsStop() {
    demand.stop();

    demand.answered();
    demand.waits();

    assertThat(taken).hasValue(2);
  }
}
