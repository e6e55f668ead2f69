package dev.shardline.cli.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.cli.job.Answer;
import dev.shardline.cli.job.Tally;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.json.InvalidMessageException;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final String SHA256 = "ab".repeat(32);

  private final JobId job = JobId.create();
  private final Findings findings = new Findings(job);

  @Test
  void knowsNothingWithoutARecordOfTheJob() {
    findings.request(request(JobId.create(), "a"), position(0, 0, 0));
    findings.settle();

    assertThat(findings.job()).isInstanceOf(FoundJob.Nothing.class);
    assertThat(findings.job().complete()).isFalse();
  }

  @Test
  void letsTheLastResultOfAShardStand() {
    findings.result(failed(1));
    findings.result(done(1));
    findings.settle();

    assertThat(findings.job().tally()).isEqualTo(new Tally(3, 1, 0, 0));
    assertThat(findings.job())
        .asInstanceOf(InstanceOfAssertFactories.type(FoundJob.Shards.class))
        .extracting(shards -> shards.answers().from(0))
        .asInstanceOf(InstanceOfAssertFactories.COLLECTION)
        .hasSize(1);
  }

  @Test
  void isCompleteWithAsManyResultsAsTheyCount() {
    findings.result(done(2));
    findings.result(done(0));
    findings.settle();
    assertThat(findings.job().complete()).isFalse();

    findings.result(failed(1));
    assertThat(findings.job().complete()).isTrue();
    assertThat(findings.job().tally()).isEqualTo(new Tally(3, 2, 1, 0));
  }

  @Test
  void knowsFromAShardHowManyAJobHasBeforeAnyIsAnswered() {
    findings.shard(shard(JobId.create(), 9), position(1, 0, 0));
    findings.shard(shard(job, 4), position(1, 0, 1));
    findings.settle();

    assertThat(findings.job()).isInstanceOf(FoundJob.Shards.class);
    assertThat(findings.job().tally()).isEqualTo(Tally.of(4));
    assertThat(findings.job().complete()).isFalse();
  }

  @Test
  void ordersOutcomesByTheirRequestsWhateverArrivesFirst() {
    findings.outcome(outcome("second"));
    findings.request(request(job, "third"), position(2, 1, 0));
    findings.request(request(job, "second"), position(1, 0, 7));
    findings.outcome(outcome("first"));
    findings.request(request(job, "first"), position(1, 0, 6));
    findings.settle();

    assertThat(findings.job().tally()).isEqualTo(new Tally(3, 2, 0, 0));
    assertThat(sources()).containsExactly("first", "second");

    findings.outcome(outcome("third"));
    assertThat(findings.job().complete()).isTrue();
    assertThat(sources()).containsExactly("first", "second", "third");
  }

  @Test
  void takesOutcomesAsTheyComeWhenTheRequestsAreGone() {
    findings.outcome(outcome("b"));
    findings.outcome(outcome("a"));
    findings.outcome(outcome("b"));
    findings.settle();

    assertThat(findings.job().complete()).isTrue();
    assertThat(sources()).containsExactly("b", "a");
  }

  @Test
  void waitsForARequestThatComesLater() {
    findings.request(request(job, "a"), position(0, 0, 0));
    findings.outcome(outcome("a"));
    findings.settle();
    assertThat(findings.job().complete()).isTrue();

    findings.request(request(job, "b"), position(1, 0, 1));
    assertThat(findings.job().complete()).isFalse();
  }

  @Test
  void findsARequestThatGotItsJobFromItsPosition() {
    RecordPosition position = position(5, 3, 17);
    Findings byHand = new Findings(position.derivedJobId());

    byHand.request("{\"source\":\"customer_api\",\"uri\":\"https://host/\"}", position);
    byHand.settle();

    assertThat(byHand.job().tally()).isEqualTo(new Tally(1, 0, 0, 0));
  }

  @Test
  void refusesAnOutcomeThatIsNoneWhereItIsTold() {
    assertThatThrownBy(() -> findings.outcome("{}")).isInstanceOf(InvalidMessageException.class);
    findings.settle();

    assertThat(findings.job()).isInstanceOf(FoundJob.Nothing.class);
  }

  private Iterable<String> sources() {
    return ((FoundJob.Sources) findings.job())
        .answers().from(0).stream().map(Answer::message).map(o -> o.id().source()).toList();
  }

  private String done(int index) {
    return """
    {"jobId":"%s","index":%d,"count":3,"attempt":1,"worker":"w","queuedMs":0,"computeMs":0,
     "status":"DONE","transform":"factorial-sum","number":5,"digits":2,"sha256":"%s",
     "leading":"33","trailing":"33"}\
    """
        .formatted(job, index, SHA256);
  }

  private String failed(int index) {
    return """
    {"jobId":"%s","index":%d,"count":3,"attempt":1,"worker":"w","queuedMs":0,"computeMs":0,
     "status":"FAILED","number":5,"reason":"TRANSFORM_FAILED","message":"no"}\
    """
        .formatted(job, index);
  }

  private String outcome(String source) {
    return """
    {"jobId":"%s","source":"%s","status":"INGESTED","objectUri":"file:///o","bytes":1,
     "sha256":"%s","shardCount":0,"attempts":1,"fetchMs":1,
     "startedAt":"2026-01-01T00:00:00Z","finishedAt":"2026-01-01T00:00:01Z"}\
    """
        .formatted(job, source, SHA256);
  }

  private static String request(JobId job, String source) {
    return "{\"jobId\":\"%s\",\"source\":\"%s\",\"uri\":\"https://host/\"}".formatted(job, source);
  }

  private static String shard(JobId job, int count) {
    return "{\"jobId\":\"%s\",\"index\":1,\"count\":%d,\"number\":5}".formatted(job, count);
  }

  private static RecordPosition position(long millis, int partition, long offset) {
    return new RecordPosition(
        "source-requests", partition, offset, Instant.ofEpochMilli(1_700_000_000_000L + millis));
  }
}
