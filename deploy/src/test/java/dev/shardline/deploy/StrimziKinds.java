package dev.shardline.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.Map;
import java.util.Optional;

/** Strimzi's kinds, by its classes. */
final class StrimziKinds implements KnownFields.Kinds {

  private static final Map<String, Class<?>> CLASSES =
      Map.of("KafkaTopic", KafkaTopic.class, "KafkaUser", KafkaUser.class);

  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(new NothingUnknown());

  @Override
  public boolean have(String apiVersion) {
    return apiVersion.startsWith("kafka.strimzi.io/");
  }

  @Override
  public Optional<String> problem(JsonNode object) {
    Class<?> type = CLASSES.get(object.path("kind").asText());
    if (type == null) {
      return Optional.of("not one of Strimzi's kinds that are in use here, " + CLASSES.keySet());
    }
    try {
      STRICT.treeToValue(object, type);
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(e.getOriginalMessage());
    }
  }

  /** The classes keep fields that they do not know, for what later versions may have. */
  private static final class NothingUnknown extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated member) {
      return false;
    }
  }
}
