package dev.shardline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that cannot serve as configured says why, and ends. */
class BadSettingsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void aWorkerNamesTheKeyTheRangeAndTheValue(@TempDir Path directory) throws Exception {
    try (TransformWorker worker =
        TransformWorker.start("worker", directory, Map.of("TRANSFORM_MAX_ATTEMPTS", "101"))) {
      assertThat(worker.jvm().awaitExit(PATIENCE)).isTrue();

      assertThat(worker.jvm().exitCode()).isNotZero();
      assertThat(worker.output())
          .contains("transform.max-attempts must be from 1 to 100, was 101")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aWorkerNamesAPluginDirectoryThatIsNotThere(@TempDir Path directory) throws Exception {
    Path missing = directory.resolve("missing");
    try (TransformWorker worker =
        TransformWorker.start(
            "worker", directory, Map.of("TRANSFORM_PLUGINS", missing.toString()))) {
      assertThat(worker.jvm().awaitExit(PATIENCE)).isTrue();

      assertThat(worker.jvm().exitCode()).isNotZero();
      assertThat(worker.output())
          .contains("transform.plugins=" + missing + ": expected a directory of jars")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aWorkerNamesTheVariableOfTracesThatIsWrongAndNoSecret(@TempDir Path directory)
      throws Exception {
    try (TransformWorker worker =
        TransformWorker.start(
            "worker",
            directory,
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:1",
                "OTEL_EXPORTER_OTLP_HEADERS",
                "hidden"))) {
      assertThat(worker.jvm().awaitExit(PATIENCE)).isTrue();

      assertThat(worker.jvm().exitCode()).isNotZero();
      assertThat(worker.output())
          .contains("OTEL_EXPORTER_OTLP_HEADERS must be HTTP headers as name=value,name=value")
          .doesNotContain("hidden", "\tat ");
    }
  }
}
