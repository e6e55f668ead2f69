package dev.shardline.systemtests.guarantee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.cancellation.Cancellation;
import dev.shardline.contracts.cancellation.CancellationCodec;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.fleet.FleetPlan;
import dev.shardline.systemtests.ledger.Answer;
import dev.shardline.systemtests.ledger.Asked;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.work.GatedParts;
import dev.shardline.systemtests.work.Notes.Begun;
import dev.shardline.systemtests.work.Submission;
import dev.shardline.systemtests.work.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a shard run in several processes, whatever happens to those. */
class AShardInPartsHasOneAnswerIT {

  private static final GatedParts GATED = new GatedParts();

  @TempDir private static Path directory;

  private static Stage stage;

  @BeforeAll
  static void start() throws Exception {
    Fleet fleet = Fleet.start(directory, FleetPlan.quick(2, List.of(GatedParts.class)));
    stage = new Stage(fleet, LedgerReader.open(fleet.bootstrapServers()));
  }

  @AfterAll
  static void stop() throws Exception {
    if (stage != null) {
      stage.reader().close();
      stage.fleet().close();
    }
  }

  @Test
  void theValueIsThatOfTheWhole() throws Exception {
    stage.fleet().awaitReady();
    JobId whole = stage.submit(Task.sum(100_000));
    JobId parts = submit(Task.sum(100_000), 4);

    Answer answer = onlyAnswer(parts, "DONE");

    assertThat(answer.content()).isEqualTo(onlyAnswer(whole, "DONE").content());
    assertThat(((List<?>) answer.content()).getLast())
        .isInstanceOfSatisfying(
            IntegerValue.class, value -> assertThat(value.digits()).isEqualTo(456_569));
    assertThat(kept(parts)).as("objects that are left").containsExactly("decision", "finished");
  }

  @Test
  void thePartsRunInTwoProcessesAtATime() throws Exception {
    stage.fleet().awaitReady();
    JobId job = submit(new Task(GATED.name(), 1, null), 2);

    Begun one = begun(GatedParts.part(1, 0), 1);
    Begun other = begun(GatedParts.part(1, 1), 1);
    open(1, 2);

    assertThat(one.process()).isNotEqualTo(other.process());
    onlyAnswer(job, "DONE");
  }

  @Test
  void aPartWhoseProcessIsKilledIsComputedElsewhere() throws Exception {
    stage.fleet().awaitReady();
    JobId job = submit(new Task(GATED.name(), 2, null), 2);
    Begun killed = begun(GatedParts.part(2, 0), 1);
    begun(GatedParts.part(2, 1), 1);

    stage.fleet().worker(killed.process()).kill();
    Begun again = begun(GatedParts.part(2, 0), 2);
    open(2, 2);

    assertThat(again.process()).isNotEqualTo(killed.process());
    onlyAnswer(job, "DONE");
  }

  @Test
  void theStepThatCombinesIsDoneElsewhereWhenItsProcessIsKilled() throws Exception {
    stage.fleet().awaitReady();
    JobId job = submit(new Task(GATED.name(), 3, null), 2);
    for (int place = 0; place < 2; place++) {
      stage.fleet().notes().open(GatedParts.part(3, place));
    }
    Begun killed = begun(GatedParts.combination(3), 1);

    stage.fleet().worker(killed.process()).kill();
    Begun again = begun(GatedParts.combination(3), 2);
    stage.fleet().notes().open(GatedParts.combination(3));

    assertThat(again.process()).isNotEqualTo(killed.process());
    onlyAnswer(job, "DONE");
  }

  @Test
  void aJobThatIsCancelledWhileItsPartsRunIsCancelledOnce() throws Exception {
    stage.fleet().awaitReady();
    JobId job = submit(new Task(GATED.name(), 4, null), 6);
    begun(GatedParts.part(4, 0), 1);

    publish(
        new ProducerRecord<>(
            Topics.CANCELLATIONS, job.toString(), CancellationCodec.encode(new Cancellation(job))));

    onlyAnswer(job, "CANCELLED");
  }

  @Test
  void aShardThatIsDividedTwiceIsAnsweredOnce() throws Exception {
    stage.fleet().awaitReady();
    JobId job = submit(new Task(GATED.name(), 5, null), 2);
    begun(GatedParts.part(5, 0), 1);
    Asked asked =
        stage.reader().shards(job).entries().getFirst().asked().stream()
            .min(Comparator.comparing(Asked::at))
            .orElseThrow();

    // What a worker leaves that divides a shard and is killed before it is acknowledged.
    ShardId id = ShardId.single(job);
    Requeued copy =
        new Requeued(
            new RecordPosition(Topics.SHARDS, asked.partition(), asked.offset(), asked.at()),
            0,
            0,
            0);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Topics.SHARDS,
            id.key(),
            ShardCodec.encode(new Shard(id, 5, GATED.name(), Output.SUMMARY, null, 2)));
    copy.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    publish(record);
    open(5, 2);
    int answers = settled(job, "DONE").size();
    // And once more after all is done.
    publish(record);

    assertThat(settled(job, "DONE")).hasSize(answers);
  }

  private static JobId submit(Task task, int parts) throws InterruptedException {
    return Submission.inParts(stage.fleet().bootstrapServers(), task, parts);
  }

  private static Begun begun(long step, int times) {
    return stage.fleet().notes().await(step, times).getLast();
  }

  private static void open(long number, int parts) throws IOException {
    for (int place = 0; place < parts; place++) {
      stage.fleet().notes().open(GatedParts.part(number, place));
    }
    stage.fleet().notes().open(GatedParts.combination(number));
  }

  /** The answer of a job of one shard, once it is over; there is one, and only once. */
  private static Answer onlyAnswer(JobId job, String status) throws Exception {
    List<Answer> answers = settled(job, status);
    assertThat(answers).hasSize(1);
    return answers.getFirst();
  }

  /** The answers of a job of one shard, once it is over; all say the same. */
  private static List<Answer> settled(JobId job, String status) throws Exception {
    Ledger ledger = stage.settle(job, 1);
    assertThat(ledger.with(status)).as(status + ": %s", ledger.failures()).isEqualTo(1);
    return ledger.entries().getFirst().answers();
  }

  private static List<String> kept(JobId job) throws IOException {
    Path objects = directory.resolve("objects/parts").resolve(job.toString());
    try (Stream<Path> files = Files.walk(objects)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static void publish(ProducerRecord<String, byte[]> record) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", stage.fleet().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var _ = producer.send(record).get();
    }
  }
}
