package dev.shardline.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says in a line that a collector does not take spans, and once until it does again. Thread-safe.
 */
final class OpenTelemetryExporter implements SpanExporter {

  private final SpanExporter exporter;
  private final Consumer<String> warnings;
  private final AtomicBoolean failing = new AtomicBoolean();

  OpenTelemetryExporter(SpanExporter exporter, Consumer<String> warnings) {
    this.exporter = exporter;
    this.warnings = warnings;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(() -> {
      if (result.isSuccess()) {
        failing.set(false);
      } else if (!failing.getAndSet(true)) {
        warnings.accept(
            "Spans are lost, as the collector does not take them"
                + cause(result.getFailureThrowable()));
      }
    });
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  /**
   * The exception of the connection, or that there was none; of all else nothing, as it may repeat
   * a header, and with it a secret.
   */
  private static String cause(@Nullable Throwable failure) {
    if (failure != null && failure.getCause() == null && !(failure instanceof IOException)) {
      return ": it answers, and refuses them";
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return ": " + cause;
      }
    }
    return "";
  }
}
