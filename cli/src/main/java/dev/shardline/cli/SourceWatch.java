package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.source.ProgressFollower;
import dev.shardline.cli.source.RunningSources;
import dev.shardline.cli.terminal.Display;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.source.SourceOutcome;
import java.util.List;

/** A line for each source that is being fetched. */
final class SourceWatch implements Watch<SourceOutcome> {

  private final RunningSources sources = new RunningSources(System::nanoTime);
  private final Display display;
  private final ProgressFollower follower;

  SourceWatch(Cluster cluster, JobId job, Display display) {
    this.display = display;
    this.follower =
        ProgressFollower.start(
            cluster,
            job,
            heard -> {
              heard.forEach(sources::progressed);
              show();
            });
  }

  @Override
  public void answered(SourceOutcome outcome) {
    sources.ended(outcome.id().source());
    show();
  }

  @Override
  public void close() {
    follower.close();
    display.running(List.of());
  }

  private synchronized void show() {
    display.running(sources.lines());
  }
}
