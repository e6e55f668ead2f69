package dev.shardline.systemtests.ledger;

import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.json.JsonText;
import dev.shardline.systemtests.stack.CommandLineProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What {@code shardline verify} says of a job.
 *
 * @param exitCode 0: all is well
 * @param out its JSON
 * @param err what else it says
 */
public record VerifyCommand(int exitCode, String out, String err) {

  /** The exit code where no broker answers. */
  private static final int UNREACHABLE = 4;

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /**
   * Runs it, again where it finds no broker: it waits for 6 s, and a machine on which killed
   * workers start anew may take longer than that to answer.
   *
   * @param directory of the command alone
   */
  public static VerifyCommand of(Path directory, String bootstrapServers, JobId job) {
    return await("shardline verify reaches the broker")
        .atMost(LIMIT)
        .until(
            () -> runOnce(directory, bootstrapServers, job),
            verify -> verify.exitCode() != UNREACHABLE);
  }

  private static VerifyCommand runOnce(Path directory, String bootstrapServers, JobId job)
      throws InterruptedException {
    try (CommandLineProcess verify =
        CommandLineProcess.start(
            directory,
            "verify",
            "--bootstrap-server",
            bootstrapServers,
            "--json",
            job.toString())) {
      return new VerifyCommand(verify.awaitExit(), verify.out(), verify.err());
    }
  }

  /** A figure of the job's shards, such as {@code visibleTwice}. */
  public long shards(String figure) {
    return figure("shards", figure);
  }

  /** A figure of the job's requests. */
  public long sources(String figure) {
    return figure("sources", figure);
  }

  private long figure(String kind, String figure) {
    return JsonText.read(out.getBytes(StandardCharsets.UTF_8))
        .object(kind)
        .integer(figure, 0, Long.MAX_VALUE);
  }
}
