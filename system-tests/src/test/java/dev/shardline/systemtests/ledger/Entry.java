package dev.shardline.systemtests.ledger;

import dev.shardline.contracts.job.JobId;
import java.util.List;

/**
 * What the topics hold of one shard or one request.
 *
 * @param job its job
 * @param key the key of its answers
 * @param asked the records that ask for it; none: somebody answered unasked
 * @param answers in the order of their topic
 */
public record Entry(JobId job, String key, List<Asked> asked, List<Answer> answers) {

  public Entry {
    asked = List.copyOf(asked);
    answers = List.copyOf(answers);
  }

  boolean isAsked() {
    return !asked.isEmpty();
  }

  boolean isAnswered() {
    return !answers.isEmpty();
  }

  /** Whether readers were told different things of it. */
  boolean isContradicted() {
    return answers.stream().map(Answer::content).distinct().count() > 1;
  }

  /** Whether work on it was done more than once, as far as its answers show. */
  boolean isRecomputed() {
    return answers.size() > 1 || answers.stream().anyMatch(answer -> answer.attempt() > 1);
  }
}
