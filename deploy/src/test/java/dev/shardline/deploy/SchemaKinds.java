package dev.shardline.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The kinds of KEDA and of the Prometheus operator, by the schemas beside this class. */
final class SchemaKinds implements KnownFields.Kinds {

  private static final Set<String> VERSIONS =
      Set.of("keda.sh/v1alpha1", "monitoring.coreos.com/v1");
  private static final Set<String> KINDS =
      Set.of("ScaledObject", "PodMonitor", "ServiceMonitor", "PrometheusRule");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  @Override
  public boolean have(String apiVersion) {
    return VERSIONS.contains(apiVersion);
  }

  @Override
  public Optional<String> problem(JsonNode object) {
    String kind = object.path("kind").asText();
    if (!KINDS.contains(kind)) {
      return Optional.of("there is no schema of its kind");
    }
    String errors =
        SCHEMAS
            .computeIfAbsent(kind, SchemaKinds::schema)
            .validate(object.toString(), InputFormat.JSON)
            .stream()
            .map(Error::toString)
            .collect(Collectors.joining("; "));
    return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
  }

  private static Schema schema(String kind) {
    String name = "schemas/" + kind + ".schema.json";
    try (InputStream file = SchemaKinds.class.getResourceAsStream(name)) {
      return REGISTRY.getSchema(
          new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
