package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Kubernetes' own kinds, by the classes of its client. All that no others claim is taken for one.
 */
final class KubernetesKinds implements KnownFields.Kinds {

  @Override
  public boolean have(String apiVersion) {
    return true;
  }

  @Override
  public Optional<String> problem(JsonNode object) {
    try {
      Class<?> type = Yaml.load(object.toString()).getClass();
      // Loading refuses what is not known; this also what is missing.
      type.getMethod("validateJsonElement", JsonElement.class)
          .invoke(null, JsonParser.parseString(object.toString()));
      return Optional.empty();
    } catch (IOException | YAMLException | IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (InvocationTargetException e) {
      return Optional.of(String.valueOf(e.getTargetException().getMessage()));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
