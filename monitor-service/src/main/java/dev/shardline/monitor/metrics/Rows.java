package dev.shardline.monitor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gauges that come and go: each is there as long as it is told anew. For one thread at a time. */
final class Rows {

  private final MeterRegistry registry;
  private final Map<String, MultiGauge> gauges = new HashMap<>();
  private final Map<String, List<MultiGauge.Row<?>>> rows = new HashMap<>();

  Rows(MeterRegistry registry) {
    this.registry = registry;
  }

  void begin() {
    rows.values().forEach(List::clear);
  }

  void add(String name, String description, Tags tags, double value) {
    gauges.computeIfAbsent(
        name, _ -> MultiGauge.builder(name).description(description).register(registry));
    rows.computeIfAbsent(name, _ -> new ArrayList<>()).add(MultiGauge.Row.of(tags, value));
  }

  void end() {
    gauges.forEach((name, gauge) -> gauge.register(rows.getOrDefault(name, List.of()), true));
  }
}
