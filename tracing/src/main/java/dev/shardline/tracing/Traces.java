package dev.shardline.tracing;

import java.util.function.Consumer;

/**
 * Where a process tells what it does for a trace. Implementations are thread-safe and do not block.
 */
public interface Traces extends AutoCloseable {

  /** Tells nobody, and passes on what records carry: what is the case unless it is asked for. */
  static Traces off() {
    return PassedOnTraces.INSTANCE;
  }

  /**
   * As this process is configured: {@link #off()}, unless a standard variable or system property of
   * OpenTelemetry names a collector, {@code OTEL_EXPORTER_OTLP_ENDPOINT} or {@code
   * OTEL_EXPORTER_OTLP_TRACES_ENDPOINT}, and {@code OTEL_SDK_DISABLED} is not true.
   *
   * @param service what the process is, unless the configuration names it
   * @param instance which of its kind, unless the configuration says so
   * @param warnings takes a line when spans cannot be handed over, once until they can be again
   * @throws TracingSettingsException if a setting has a wrong value
   */
  static Traces ofProcess(String service, String instance, Consumer<String> warnings) {
    TracingSettings settings = TracingSettings.ofProcess();
    return settings.isOn()
        ? OpenTelemetryStart.start(settings, service, instance, warnings)
        : off();
  }

  /**
   * Begins the sending of records, as the first work of a trace.
   *
   * @param topic where to
   * @param count how many
   */
  TraceSpan sending(String topic, long count);

  /**
   * Begins work on a record that was received.
   *
   * @param topic where it stands
   * @param partition of the topic
   * @param offset in the partition
   * @param sent what it carries
   */
  TraceSpan processing(String topic, int partition, long offset, TraceContext sent);

  /** Hands over what is left, for two seconds at most. */
  @Override
  void close();
}
