package dev.shardline.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracingSettingsTest {

  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String COLLECTOR = "http://localhost:4318";

  @Test
  void tracesAreOffUnlessACollectorIsNamed() {
    assertThat(variables(Map.of()).isOn()).isFalse();
    assertThat(variables(Map.of("OTEL_SERVICE_NAME", "x")).isOn()).isFalse();
    assertThat(variables(Map.of(ENDPOINT, " ")).isOn()).isFalse();
    assertThat(variables(Map.of(ENDPOINT, COLLECTOR)).isOn()).isTrue();
    assertThat(variables(Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", COLLECTOR)).isOn()).isTrue();
    assertThat(properties(Map.of("otel.exporter.otlp.endpoint", COLLECTOR)).isOn()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true,false", "TRUE,false", "false,true", "no,true"})
  void tracesAreOffWhereOpenTelemetryIsDisabled(String disabled, boolean on) {
    assertThat(variables(Map.of(ENDPOINT, COLLECTOR, "OTEL_SDK_DISABLED", disabled)).isOn())
        .isEqualTo(on);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:4318", "ftp://localhost", "http:// nowhere", "http://"})
  void anAddressThatIsNoneIsRefusedByTheNameOfItsVariable(String address) {
    assertThatThrownBy(() -> variables(Map.of(ENDPOINT, address)).check())
        .isInstanceOf(TracingSettingsException.class)
        .hasMessageStartingWith(
            ENDPOINT + " must be the http or https address of a collector, was ")
        .hasMessageContaining(address);
  }

  @Test
  void aPropertyCountsBeforeAVariableAndIsNamedInItsPlace() {
    TracingSettings settings =
        new TracingSettings(
            Map.of("otel.exporter.otlp.endpoint", "nowhere")::get,
            Map.of(ENDPOINT, COLLECTOR)::get);

    assertThatThrownBy(settings::check).hasMessageStartingWith("otel.exporter.otlp.endpoint must");
  }

  @Test
  void passwordsInAnAddressAreNotShown() {
    assertThatThrownBy(() -> variables(Map.of(ENDPOINT, "ftp://me:hidden@host/")).check())
        .hasMessageContaining("@host/")
        .message()
        .doesNotContain("hidden");
  }

  @Test
  void otherProtocolsThanHttpAreRefused() {
    assertThatThrownBy(() ->
            variables(Map.of(ENDPOINT, COLLECTOR, "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")).check())
        .hasMessage("OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf, was grpc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden", "a b=hidden", "key=hidden%0a", "key=hidden%zz", "=hidden"})
  void headersThatAreNoneAreRefusedAndNotShown(String headers) {
    assertThatThrownBy(() ->
            variables(Map.of(ENDPOINT, COLLECTOR, "OTEL_EXPORTER_OTLP_HEADERS", headers)).check())
        .hasMessageStartingWith("OTEL_EXPORTER_OTLP_HEADERS must be HTTP headers")
        .message()
        .doesNotContain("hidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api-key=abc", "a=b,c=d%20e", "Authorization=Basic%20YTpi==", "a=b,"})
  void headersAreTaken(String headers) {
    variables(Map.of(ENDPOINT, COLLECTOR, "OTEL_EXPORTER_OTLP_HEADERS", headers)).check();
  }

  @Test
  void whatOpenTelemetryRefusesIsNamedByItsVariable() {
    assertThat(variables(Map.of()).fault("Unrecognized value for otel.traces.sampler: x"))
        .hasMessage("Unrecognized value for OTEL_TRACES_SAMPLER: x");
    assertThat(variables(Map.of()).fault("the batch is larger than the queue"))
        .hasMessage(
            "OpenTelemetry cannot be started as its variables OTEL_… say: the batch is larger than"
                + " the queue");
  }

  private static TracingSettings variables(Map<String, String> variables) {
    return new TracingSettings(name -> null, variables::get);
  }

  private static TracingSettings properties(Map<String, String> properties) {
    return new TracingSettings(properties::get, name -> null);
  }
}
