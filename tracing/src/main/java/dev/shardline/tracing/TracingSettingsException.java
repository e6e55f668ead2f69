package dev.shardline.tracing;

/** A setting of OpenTelemetry has a wrong value; the message names it, and holds no secret. */
public final class TracingSettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  TracingSettingsException(String message) {
    super(message);
  }
}
