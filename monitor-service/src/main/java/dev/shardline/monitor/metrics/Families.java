package dev.shardline.monitor.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.GaugeMetricFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gauges as they are at one scrape: what is not told is not there. For one thread at a time. */
final class Families {

  private final Map<Gauge, GaugeMetricFamily> told = new LinkedHashMap<>();

  /** One more series. */
  void add(Gauge gauge, List<String> labels, Number value) {
    told.computeIfAbsent(gauge, Families::empty).addMetric(labels, value.doubleValue());
  }

  List<MetricFamilySamples> list() {
    return new ArrayList<>(told.values());
  }

  private static GaugeMetricFamily empty(Gauge gauge) {
    return new GaugeMetricFamily(gauge.exposed(), gauge.help(), gauge.labels());
  }
}
