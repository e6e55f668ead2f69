package dev.shardline.cli.demo;

import java.time.Duration;
import java.util.List;

/**
 * A source that takes its time.
 *
 * @param name of the source
 * @param delay before it answers
 * @param body what it answers, in JSON
 */
record DemoSource(String name, Duration delay, String body) {

  /** The sources of the tutorial. */
  static final List<DemoSource> ALL =
      List.of(
          new DemoSource("customer_api", Duration.ofMillis(800), "{\"customers\": 1204}"),
          new DemoSource("orders_api", Duration.ofMillis(1200), "{\"orders\": 5310}"),
          new DemoSource("inventory_api", Duration.ofMillis(1600), "{\"items\": 871}"),
          new DemoSource("payments_api", Duration.ofMillis(2000), "{\"payments\": 4988}"));

  static Duration slowest() {
    return ALL.stream().map(DemoSource::delay).max(Duration::compareTo).orElseThrow();
  }

  static Duration sum() {
    return ALL.stream().map(DemoSource::delay).reduce(Duration.ZERO, Duration::plus);
  }
}
