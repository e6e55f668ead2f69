package dev.shardline.cli;

import static dev.shardline.contracts.Topics.SOURCE_OUTCOMES;
import static dev.shardline.contracts.Topics.SOURCE_REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.job.Request;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.source.BodyFormat;
import dev.shardline.contracts.source.FetchOptions;
import dev.shardline.contracts.source.RowPointer;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.contracts.source.SourceRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class IngestCommandTest {

  @Test
  void printsTheOutcomesInTheOrderOfTheRequest() throws Exception {
    try (AnsweringWorker worker = worker(request -> Answers.ingested(request, 0))) {
      CommandRun run =
          CommandRun.onCluster(
              "ingest", "customer_api=https://host/c", "orders_api=https://host/o");

      assertThat(run.out().lines())
          .containsExactly(
              "customer_api ingested successfully", "orders_api ingested successfully");
      assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void printsWhyASourceFailedAndEndsWith1() throws Exception {
    try (AnsweringWorker worker =
        worker(r -> r.id().source().equals("b") ? Answers.failed(r) : Answers.ingested(r, 0))) {
      CommandRun run = CommandRun.onCluster("ingest", "a=https://host/a", "b=https://host/b");

      assertThat(run.out().lines())
          .containsExactly(
              "a ingested successfully", "b FAILED [HTTP_STATUS] the source answered 503");
      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    }
  }

  @Test
  void tellsHowManyShardsASourceGaveAndWhereTheirResultsAre() throws Exception {
    JobId job = JobId.create();
    try (AnsweringWorker worker = worker(request -> Answers.ingested(request, 4))) {
      CommandRun run =
          CommandRun.onCluster(
              "ingest",
              "rows=https://host/r",
              "--job",
              job.toString(),
              "--shards-format",
              "csv",
              "--shards-field",
              "n");

      assertThat(run.err())
          .contains(
              "rows gave 4 shards; their results: ./shardline results "
                  + new SourceId(job, "rows").shardsJob());
    }
  }

  @Test
  void tellsHowManyRowsWereBad() throws Exception {
    try (AnsweringWorker worker = worker(request -> Answers.ingested(request.id(), 40, 2))) {
      CommandRun run =
          CommandRun.onCluster(
              "ingest", "rows=https://host/r", "--shards-format", "csv", "--shards-field", "n");

      assertThat(run.out())
          .isEqualTo("rows ingested successfully; bad rows: 2 of 40, answered as FAILED\n");
      assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void publishesWhatWasAskedFor() throws Exception {
    JobId job = JobId.create();
    List<SourceRequest> requests = new CopyOnWriteArrayList<>();
    try (AnsweringWorker worker =
        worker(request -> {
          requests.add(request);
          return Answers.ingested(request, 0);
        })) {
      CommandRun.onCluster(
          "ingest",
          "rows=https://host/r",
          "--job",
          job.toString(),
          "--shards-format",
          "json",
          "--shards-field",
          "n",
          "--shards-pointer",
          "/data/rows",
          "--max-bad-rows",
          "0.05",
          "--output",
          "decimal",
          "--transform",
          "other",
          "--time-limit",
          "5m",
          "--header",
          "Authorization=api-token",
          "--max-bytes",
          "1000",
          "--max-pages",
          "20");

      assertThat(requests)
          .containsExactly(
              new SourceRequest(
                  new SourceId(job, "rows"),
                  URI.create("https://host/r"),
                  Map.of("Authorization", "api-token"),
                  new Sharding(
                      BodyFormat.JSON,
                      "n",
                      new RowPointer("/data/rows"),
                      0.05,
                      "other",
                      Output.DECIMAL,
                      Duration.ofMinutes(5)),
                  new FetchOptions(1000L, 20, false)));
    }
  }

  @Test
  void isFoundAgainByItsJobWithWhatIsStillToCome() throws Exception {
    JobId job = JobId.create();
    try (AnsweringWorker worker =
        AnsweringWorker.start(
            SOURCE_REQUESTS,
            SOURCE_OUTCOMES,
            record -> {
              SourceRequest request = Answers.source(record);
              return request.id().source().equals("never")
                  ? List.of()
                  : List.of(Answers.ingested(request, 0));
            })) {
      CommandRun.onCluster(
          "ingest",
          "first=https://host/1",
          "never=https://host/2",
          "--job",
          job.toString(),
          "--timeout",
          "3s");

      CommandRun later = CommandRun.onCluster("results", job.toString());

      assertThat(later.out()).isEqualTo("first ingested successfully\n");
      assertThat(later.err()).startsWith("1 of 2 answered, 0 failed\n");
      assertThat(later.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }
  }

  private static AnsweringWorker worker(Function<SourceRequest, Request> answer)
      throws InterruptedException {
    return AnsweringWorker.start(
        SOURCE_REQUESTS, SOURCE_OUTCOMES, record -> List.of(answer.apply(Answers.source(record))));
  }
}
