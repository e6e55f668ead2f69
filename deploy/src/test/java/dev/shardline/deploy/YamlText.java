package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as trees. Anchors and merges are resolved; a key that is there twice is refused. */
final class YamlText {

  static final ObjectMapper JSON = new ObjectMapper();

  private YamlText() {}

  /** All documents but empty ones. */
  static List<JsonNode> documents(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<JsonNode> documents = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(options)).loadAll(yaml)) {
      if (document != null) {
        documents.add(JSON.valueToTree(document));
      }
    }
    return documents;
  }

  /** The only document. */
  static JsonNode document(String yaml) {
    List<JsonNode> documents = documents(yaml);
    if (documents.size() != 1) {
      throw new IllegalArgumentException("one document expected, was " + documents.size());
    }
    return documents.getFirst();
  }
}
