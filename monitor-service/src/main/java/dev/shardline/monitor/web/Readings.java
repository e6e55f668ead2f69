package dev.shardline.monitor.web;

import dev.shardline.monitor.overview.Overview;
import dev.shardline.monitor.overview.OverviewSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells of each reading to those who listen. A listener that is slow misses some. */
@ApplicationScoped
public class Readings {

  private final OverviewSource overviews;
  private final BroadcastProcessor<Overview> processor = BroadcastProcessor.create();

  Readings(OverviewSource overviews) {
    this.overviews = overviews;
  }

  /** There was a reading. */
  public void tell() {
    processor.onNext(overviews.overview().withNewestPoints());
  }

  /** What is known now, and then after each reading. */
  Multi<Overview> all() {
    Multi<Overview> now = Multi.createFrom().item(() -> overviews.overview().withNewestPoints());
    return Multi.createBy()
        .concatenating()
        .streams(now, processor.onOverflow().dropPreviousItems());
  }
}
