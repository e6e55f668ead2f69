package dev.shardline.cli;

import static dev.shardline.contracts.Topics.SHARDS;
import static dev.shardline.contracts.Topics.SHARD_RESULTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.job.Request;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitCommandTest {

  private static final List<String> GOLDEN =
      List.of(
          "Input 2500 -> Result length: 7408 digits",
          "Input 2600 -> Result length: 7749 digits",
          "Input 2700 -> Result length: 8091 digits",
          "Input 2800 -> Result length: 8435 digits");

  @Test
  void printsTheResultsInTheOrderOfTheInput() throws Exception {
    try (AnsweringWorker worker = worker(Answers::done)) {
      CommandRun run = CommandRun.onCluster("submit", "2500", "2600", "2700", "2800");

      assertThat(run.out().lines()).containsExactlyElementsOf(GOLDEN);
      assertThat(run.err()).startsWith("Job ").contains("4 of 4 answered, 0 failed");
      assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void keepsTheOrderOfTheInputWhateverIsDoneFirst() throws Exception {
    long seed = new Random().nextLong();
    List<Request> held = new ArrayList<>();
    try (AnsweringWorker worker =
        answering(shard -> {
          held.add(Answers.done(shard, shard.id().index() + 1));
          if (held.size() < shard.id().count()) {
            return List.of();
          }
          Collections.shuffle(held, new Random(seed));
          return held;
        })) {
      String[] numbers = IntStream.range(0, 50).mapToObj(Integer::toString).toArray(String[]::new);

      CommandRun run = CommandRun.onClusterWithInput(String.join("\n", numbers), "submit", "-");

      assertThat(run.out().lines())
          .as("seed %d", seed)
          .containsExactlyElementsOf(
              IntStream.range(0, 50)
                  .mapToObj(i -> "Input " + i + " -> Result length: " + (i + 1) + " digits")
                  .toList());
    }
  }

  @Test
  void printsAFailureInItsPlaceAndEndsWith1() throws Exception {
    try (AnsweringWorker worker =
        worker(s -> s.number() == 11 ? Answers.failed(s) : Answers.done(s))) {
      CommandRun run = CommandRun.onCluster("submit", "2500", "11", "2600");

      assertThat(run.out().lines())
          .containsExactly(
              GOLDEN.get(0),
              "Input 11 -> FAILED [NUMBER_TOO_LARGE] the maximum is 10",
              GOLDEN.get(1));
      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    }
  }

  @Test
  void countsAShardThatIsAnsweredTwiceOnce() throws Exception {
    try (AnsweringWorker worker =
        answering(shard -> List.of(Answers.done(shard), Answers.done(shard)))) {
      CommandRun run = CommandRun.onCluster("submit", "2500", "2600");

      assertThat(run.out().lines()).containsExactlyElementsOf(GOLDEN.subList(0, 2));
    }
  }

  @Test
  void passesOverARecordThatIsNoResult() throws Exception {
    try (AnsweringWorker worker =
        answering(shard ->
            List.of(new Request(shard.id().key(), "{\"jobId\":1}"), Answers.done(shard)))) {
      CommandRun run = CommandRun.onCluster("submit", "2500");

      assertThat(run.out().lines()).containsExactly(GOLDEN.getFirst());
      assertThat(run.err())
          .contains("Passed over shard-results-", "which is no answer: index is missing");
    }
  }

  @Test
  void endsWith3WhenTheTimeIsUpAndPrintsWhatIsThere() throws Exception {
    try (AnsweringWorker worker =
        answering(s -> s.id().index() == 1 ? List.of() : List.of(Answers.done(s)))) {
      CommandRun run = CommandRun.onCluster("submit", "2500", "2600", "2700", "--timeout", "3s");

      assertThat(run.out().lines()).containsExactly(GOLDEN.get(0), GOLDEN.get(2));
      assertThat(run.err())
          .contains(
              "2 of 3 answered", "The job goes on. Wait for the rest with: ./shardline results");
      assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }
  }

  @Test
  void printsTheMessagesAsTheyStandInTheTopic() throws Exception {
    JobId job = JobId.create();
    try (AnsweringWorker worker = worker(Answers::done)) {
      CommandRun run = CommandRun.onCluster("submit", "2500", "--json", "--job", job.toString());

      assertThat(run.out())
          .isEqualTo(
              "{\"jobId\":\"%s\",\"index\":0,\"count\":1,\"transform\":\"factorial-sum\","
                      .formatted(job)
                  + "\"number\":2500,\"status\":\"DONE\",\"digits\":7408,\"sha256\":\""
                  + "ab".repeat(32)
                  + "\",\"leading\":\"1\",\"trailing\":\"3\",\"attempt\":1,\"worker\":\"test-1\","
                  + "\"queuedMs\":3,\"computeMs\":1}\n");
    }
  }

  @Test
  void publishesWhatWasAskedForUnderTheKeysOfTheContract(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(directory.resolve("numbers.txt"), "# two\n5\n\n9223372036854775807");
    JobId job = JobId.create();
    List<Shard> shards = new CopyOnWriteArrayList<>();
    List<String> keys = new CopyOnWriteArrayList<>();
    try (AnsweringWorker worker =
        AnsweringWorker.start(
            SHARDS,
            SHARD_RESULTS,
            record -> {
              keys.add(record.key());
              shards.add(Answers.shard(record));
              return List.of(Answers.done(Answers.shard(record)));
            })) {
      CommandRun.onCluster(
          "submit",
          "--file",
          file.toString(),
          "--job",
          job.toString(),
          "--transform",
          "other",
          "--output",
          "decimal");

      assertThat(keys).containsExactlyInAnyOrder(job + "/0", job + "/1");
      assertThat(shards).extracting(Shard::number).containsExactlyInAnyOrder(5L, Long.MAX_VALUE);
      assertThat(shards).extracting(Shard::transform).containsOnly("other");
      assertThat(shards).extracting(Shard::output).containsOnly(Output.DECIMAL);
      assertThat(shards).extracting(shard -> shard.id().count()).containsOnly(2);
    }
  }

  @Test
  void publishesTheTimeLimitThatWasGivenAndElseNone() throws Exception {
    List<Shard> shards = new CopyOnWriteArrayList<>();
    try (AnsweringWorker worker =
        worker(shard -> {
          shards.add(shard);
          return Answers.done(shard);
        })) {
      CommandRun.onCluster("submit", "2500", "--time-limit", "1m30s");
      CommandRun.onCluster("submit", "2600");
    }

    assertThat(shards).extracting(Shard::timeLimit).containsExactly(Duration.ofSeconds(90), null);
  }

  @Test
  void handsThePartsOn() throws Exception {
    List<Shard> shards = new CopyOnWriteArrayList<>();
    try (AnsweringWorker worker =
        worker(shard -> {
          shards.add(shard);
          return Answers.done(shard);
        })) {
      CommandRun.onCluster("submit", "3000000", "--parts", "4");
      CommandRun.onCluster("submit", "2600");
    }

    assertThat(shards).extracting(Shard::parts).containsExactly(4, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "65"})
  void refusesSoManyParts(String parts) {
    CommandRun run = CommandRun.onCluster("submit", "2500", "--parts", parts);

    assertThat(run.err()).contains("--parts: expected 1 to 64, was " + parts);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void endsWith1ForACancelledShardAndTellsItFromAFailedOne() throws Exception {
    try (AnsweringWorker worker =
        worker(s -> s.number() == 11 ? Answers.cancelled(s) : Answers.done(s))) {
      CommandRun run = CommandRun.onCluster("submit", "2500", "11");

      assertThat(run.out().lines()).containsExactly(GOLDEN.getFirst(), "Input 11 -> CANCELLED");
      assertThat(run.err()).contains("2 of 2 answered, 0 failed, 1 cancelled");
      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    }
  }

  @Test
  void namesTheLineOfStandardInputThatIsWrong() throws IOException {
    CommandRun run = CommandRun.onClusterWithInput("2500\nmany\n", "submit");

    assertThat(run.err())
        .isEqualTo(
            "shardline: standard input, line 2: expected an integer of 0 or above, was \"many\"\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void printsTheJobAloneWhenItDoesNotWait() {
    CommandRun run = CommandRun.onCluster("submit", "2500", "--no-wait");

    assertThat(JobId.parse(run.out().strip()).time()).isNotNull();
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  private static AnsweringWorker worker(Function<Shard, Request> answer)
      throws InterruptedException {
    return answering(shard -> List.of(answer.apply(shard)));
  }

  private static AnsweringWorker answering(Function<Shard, List<Request>> answer)
      throws InterruptedException {
    return AnsweringWorker.start(
        SHARDS, SHARD_RESULTS, record -> answer.apply(Answers.shard(record)));
  }
}
