package dev.shardline.contracts.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as tests look at it: as a tree. */
public final class JsonTree {

  private static final JsonMapper MAPPER = new JsonMapper();

  private JsonTree() {}

  /** Parses a text. */
  public static JsonNode of(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** The same text without white space between its tokens; fields keep their order. */
  public static String compact(String json) {
    return of(json).toString();
  }
}
