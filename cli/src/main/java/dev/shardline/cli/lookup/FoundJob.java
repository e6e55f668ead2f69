package dev.shardline.cli.lookup;

import dev.shardline.cli.job.Tally;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.source.SourceOutcome;
import java.util.List;

/** What the topics hold of a job so far. */
public sealed interface FoundJob {

  /** How far the job is; of size 0 if nothing is known of it. */
  Tally tally();

  /** Whether the job is known and every piece has an answer. */
  default boolean complete() {
    return tally().size() > 0 && tally().complete();
  }

  /** Neither a shard nor a result nor a source request nor an outcome. */
  record Nothing() implements FoundJob {

    @Override
    public Tally tally() {
      return Tally.of(0);
    }
  }

  /** A job of shards, known by a shard or a result. */
  record Shards(FoundAnswers<ShardResult> answers) implements FoundJob {

    @Override
    public Tally tally() {
      return answers.tally();
    }
  }

  /**
   * A job of sources, known by a request or an outcome.
   *
   * @param names of the sources, in the order of the request
   */
  record Sources(FoundAnswers<SourceOutcome> answers, List<String> names) implements FoundJob {

    @Override
    public Tally tally() {
      return answers.tally();
    }
  }
}
