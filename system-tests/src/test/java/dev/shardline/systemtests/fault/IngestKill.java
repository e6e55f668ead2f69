package dev.shardline.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.systemtests.fleet.TopicLimit;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.work.NumberSource;
import dev.shardline.systemtests.work.Submission;
import java.time.Duration;

/**
 * The ingest service is killed at one step of a request. The next one has to give the same shards,
 * by their ids, and the same outcome.
 *
 * @param name what goes wrong
 * @param step where it is killed
 */
record IngestKill(String name, IngestStep step) implements FaultCase {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Many enough that publishing them takes long enough to be killed at it. */
  private static final int MANY_ROWS = 5_000;

  @Override
  public Ledger run(Ground ground) throws InterruptedException {
    int rows = step == IngestStep.PUBLISHING ? MANY_ROWS : ground.form().shards();
    ground.fleet().ingest().awaitReady();
    try (NumberSource source = source(rows)) {
      SourceId request =
          switch (step) {
            case FETCHING, STORING -> killAtSource(ground, source);
            case PUBLISHING -> killAtShard(ground, source, 1);
            case BEFORE_OUTCOME -> killBeforeOutcome(ground, source, rows);
            case BEFORE_ACKNOWLEDGEMENT -> killAtOutcome(ground, source);
          };
      return ground.settle(request, rows);
    }
  }

  private NumberSource source(int rows) {
    return switch (step) {
      case FETCHING -> NumberSource.silentAtFirst(rows);
      case STORING -> NumberSource.halfAtFirst(rows);
      default -> NumberSource.complete(rows);
    };
  }

  private static SourceId submit(Ground ground, NumberSource source) throws InterruptedException {
    return Submission.source(ground.fleet().bootstrapServers(), source.uri());
  }

  private static SourceId killAtSource(Ground ground, NumberSource source)
      throws InterruptedException {
    SourceId request = submit(ground, source);
    source.awaitStop();
    ground.fleet().ingest().kill();
    return request;
  }

  private static SourceId killAtShard(Ground ground, NumberSource source, int shards)
      throws InterruptedException {
    SourceId request = submit(ground, source);
    ground.reader().awaitShards(request.shardsJob(), LIMIT, ledger -> ledger.in() >= shards);
    ground.fleet().ingest().kill();
    assertThat(ground.reader().requests(request.job()).answered())
        .as("killed before the outcome")
        .isZero();
    return request;
  }

  private static SourceId killBeforeOutcome(Ground ground, NumberSource source, int rows)
      throws InterruptedException {
    try (TopicLimit none =
        TopicLimit.refuseAll(ground.fleet().bootstrapServers(), Topics.SOURCE_OUTCOMES)) {
      return killAtShard(ground, source, rows);
    }
  }

  private static SourceId killAtOutcome(Ground ground, NumberSource source)
      throws InterruptedException {
    SourceId request = submit(ground, source);
    ground.reader().awaitRequests(request.job(), LIMIT, ledger -> ledger.answered() > 0);
    ground.fleet().ingest().kill();
    return request;
  }

  @Override
  public String toString() {
    return name;
  }
}
