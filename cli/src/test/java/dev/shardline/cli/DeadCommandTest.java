package dev.shardline.cli;

import static dev.shardline.contracts.Topics.SHARDS;
import static dev.shardline.contracts.Topics.SHARDS_DEAD;
import static dev.shardline.contracts.Topics.SHARD_RESULTS;
import static dev.shardline.contracts.Topics.SOURCE_REQUESTS;
import static dev.shardline.contracts.Topics.SOURCE_REQUESTS_DEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.RecordParts;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.cluster.TopicScan;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadCommandTest {

  private static final Instant DEAD_AT = Instant.parse("2026-11-23T09:16:00Z");

  private final JobId job = JobId.create();

  /** Of this test alone, as the topics also hold what other tests write. */
  private final String cause = "T" + job.toString().replace('-', '_').toUpperCase(Locale.ROOT);

  private Publications published;

  @BeforeEach
  void connect() throws InterruptedException {
    published = Publications.open();
  }

  @AfterEach
  void disconnect() {
    published.close();
  }

  @Test
  void listsEachLetterOnALineAndNothingThatATerminalWouldCarryOut() throws Exception {
    String first = letter(SHARDS_DEAD, SHARDS, 0, "bad\u001b[2J\nnumber", "{}", Map.of());
    String second = letter(SOURCE_REQUESTS_DEAD, SOURCE_REQUESTS, 1, "no host", "{}", Map.of());

    CommandRun run = CommandRun.onCluster("dead", "list", "--cause", cause);

    assertThat(run.out().lines())
        .containsExactlyInAnyOrder(
            first
                + "  2026-11-23T09:16:00Z  "
                + cause
                + "  3 attempts  "
                + job
                + "/0  bad\\u001b[2J\\u000anumber",
            second + "  2026-11-23T09:16:00Z  " + cause + "  3 attempts  " + job + "/1  no host");
    assertThat(run.err()).isEqualTo("2 dead letters.\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void listsOneTopicAsJsonUpToALimit() throws Exception {
    String first = letter(SHARDS_DEAD, SHARDS, 0, "bad \u009b", "{}", Map.of());
    letter(SHARDS_DEAD, SHARDS, 1, "bad", "{}", Map.of());
    letter(SOURCE_REQUESTS_DEAD, SOURCE_REQUESTS, 2, "bad", "{}", Map.of());

    CommandRun run =
        CommandRun.onCluster(
            "dead", "list", "--cause", cause, "--topic", "shards-dead", "--json", "--limit", "1");

    assertThat(run.out())
        .startsWith("{\"position\":\"" + first + "\",\"writtenAt\":\"")
        .endsWith(
            "\"deadAt\":\"2026-11-23T09:16:00Z\",\"reason\":\"%s\",\"message\":\"bad \\u009B\","
                    .formatted(cause)
                + "\"attempts\":3,\"id\":\"%s/0\",\"worker\":\"w-1\",\"origin\":\"%s\","
                    .formatted(job, origin(SHARDS, 0))
                + "\"redrives\":0,\"valueOmitted\":false}\n");
    assertThat(run.err()).isEqualTo("2 dead letters, 1 not shown.\n");
  }

  @Test
  void showsAllThatIsInALetter() throws Exception {
    String place =
        letter(
            SHARDS_DEAD,
            SHARDS,
            0,
            "too late",
            "{\n\"number\":\t5}\u0007",
            Map.of("traceparent", "00-1-2-01"));

    CommandRun run = CommandRun.onCluster("dead", "show", place);

    assertThat(run.out().lines())
        .containsSequence(
            "position   " + place,
            "dead at    2026-11-23T09:16:00Z",
            "cause      " + cause,
            "message    too late",
            "attempts   3",
            "worker     w-1",
            "id         " + job + "/0",
            "origin     " + origin(SHARDS, 0) + " of 2026-11-23T09:15:00Z",
            "redrives   0",
            "key        " + job + "/0",
            "header     traceparent: 00-1-2-01")
        .endsWith("value      15 bytes, UTF-8:", "{", "\"number\":\\u00095}\\u0007");
    assertThat(run.err()).startsWith("To put it back: ./shardline dead redrive " + place);
  }

  @Test
  void saysThatNoLetterStandsThere() {
    CommandRun run = CommandRun.onCluster("dead", "show", "shards-dead-0-999999999");

    assertThat(run.err())
        .isEqualTo(
            "shardline: shards-dead-0-999999999: no letter stands there, or it was deleted by its"
                + " age\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void redrivesALetterWithAllThatItCameWithAndOnlyOnce() throws Exception {
    String place =
        letter(SHARDS_DEAD, SHARDS, 0, "late", "{\"number\": 5}", Map.of("traceparent", "00-1-01"));

    CommandRun dry = CommandRun.onCluster("dead", "redrive", "--cause", cause, "--dry-run");
    assertThat(dry.out()).isEqualTo("would redrive " + place + "  " + job + "/0\n");
    assertThat(copies(SHARDS)).isEmpty();

    CommandRun run = CommandRun.onCluster("dead", "redrive", "--cause", cause);

    assertThat(run.out()).isEqualTo("redriven " + place + "  " + job + "/0\n");
    assertThat(run.err()).isEqualTo("1 redriven, 0 passed over, 0 refused.\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("traceparent", "00-1-01");
    headers.putAll(new Requeued(origin(SHARDS, 0), 0, 0, 1).headers());
    assertThat(copies(SHARDS)).containsExactly("{\"number\": 5}" + headers);

    CommandRun repeated = CommandRun.onCluster("dead", "redrive", "--cause", cause);

    assertThat(repeated.err()).isEqualTo("0 redriven, 1 passed over, 0 refused.\n");
    assertThat(repeated.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(copies(SHARDS)).hasSize(1);

    assertThat(CommandRun.onCluster("dead", "redrive", place, "--again").out())
        .startsWith("redriven " + place);
    assertThat(copies(SHARDS)).hasSize(2);
  }

  @Test
  void redrivesSourceRequestsToTheirTopic() throws Exception {
    letter(SOURCE_REQUESTS_DEAD, SOURCE_REQUESTS, 0, "no host", "{}", Map.of());

    CommandRun.onCluster("dead", "redrive", "--cause", cause);

    assertThat(copies(SOURCE_REQUESTS)).hasSize(1);
  }

  @Test
  void passesOverWhatWasAnsweredSince() throws Exception {
    String place = letter(SHARDS_DEAD, SHARDS, 0, "late", "{}", Map.of());
    published.send(
        SHARD_RESULTS,
        Answers.done(
            new Shard(new ShardId(job, 0, 1), 5, Shard.DEFAULT_TRANSFORM, Output.SUMMARY)));

    CommandRun run = CommandRun.onCluster("dead", "redrive", place, "--dry-run");

    assertThat(run.out())
        .isEqualTo("would pass over " + place + "  " + job + "/0: answered since: DONE\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void refusesWithAReasonAndEndsWith1() throws Exception {
    String omitted =
        letter(SHARDS_DEAD, SHARDS, 0, "large", null, Map.of(DeadLetter.VALUE_OMITTED, "true"));
    String elsewhere = letter(SHARDS_DEAD, "payments", 1, "late", "{}", Map.of());
    String round = letter(SHARDS_DEAD, SHARDS, 2, "late", "{}", Map.of(Requeued.REDRIVES, "3"));
    String good = letter(SHARDS_DEAD, SHARDS, 3, "late", "{}", Map.of());

    CommandRun run = CommandRun.onCluster("dead", "redrive", "--cause", cause);

    assertThat(run.out().lines())
        .containsExactly(
            "refused "
                + omitted
                + "  "
                + job
                + "/0: its value was too large to be kept: publish it anew",
            "refused "
                + elsewhere
                + "  "
                + job
                + "/1: its headers say that it came from payments; a letter of shards-dead goes to"
                + " shards and nowhere else",
            "refused "
                + round
                + "  "
                + job
                + "/2: it was redriven 3 times, and --max-redrives is 3",
            "redriven " + good + "  " + job + "/3");
    assertThat(run.err()).isEqualTo("1 redriven, 0 passed over, 3 refused.\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void redrivesNoMoreThanTheLimitTheOldestFirst() throws Exception {
    String first = letter(SHARDS_DEAD, SHARDS, 0, "late", "{}", Map.of());
    letter(SHARDS_DEAD, SHARDS, 1, "late", "{}", Map.of());

    CommandRun run = CommandRun.onCluster("dead", "redrive", "--cause", cause, "--limit", "1");

    assertThat(run.out()).isEqualTo("redriven " + first + "  " + job + "/0\n");
    assertThat(copies(SHARDS)).hasSize(1);
  }

  @Test
  void endsWith1WhereANamedLetterIsNotThere() {
    CommandRun run = CommandRun.onCluster("dead", "redrive", "shards-dead-0-999999999");

    assertThat(run.out())
        .isEqualTo("refused shards-dead-0-999999999: no letter that is selected stands there\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  /** Puts a letter of this test's cause on a topic, and gives its place. */
  private String letter(
      String topic,
      String originTopic,
      int index,
      String message,
      @Nullable String value,
      Map<String, String> headers)
      throws Exception {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(
        new DeadLetter(
                job + "/" + index,
                origin(originTopic, index),
                new Failure(new Reason(cause), message),
                3,
                DEAD_AT,
                "w-1")
            .headers());
    var place = published.send(topic, job + "/" + index, value, all);
    return topic + "-" + place.partition() + "-" + place.offset();
  }

  /** Somewhere in a partition that no topic has, so that it is nobody else's. */
  private RecordPosition origin(String topic, int index) {
    return new RecordPosition(
        topic, job.hashCode() >>> 1, index, Instant.parse("2026-11-23T09:15:00Z"));
  }

  /** Values and headers of this test's records on a topic. */
  private List<String> copies(String topic) throws InterruptedException {
    List<String> copies = new ArrayList<>();
    try (Cluster cluster = TestCluster.connect();
        TopicScan scan =
            TopicScan.open(cluster, List.of(new TopicScan.From(topic, Instant.EPOCH)))) {
      scan.read(
          List.of(topic),
          record -> {
            String key =
                record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            if (key.startsWith(job.toString())) {
              copies.add(
                  new String(record.value(), StandardCharsets.UTF_8) + RecordParts.headers(record));
            }
          });
    }
    return copies;
  }
}
