package dev.shardline.monitor.web;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with.
 *
 * @param status HTTP's
 * @param body writes the fields of a JSON object; null: there is no body
 */
record Answer(int status, @Nullable Consumer<JsonWriter> body) {

  static Answer ok(Consumer<JsonWriter> body) {
    return new Answer(200, body);
  }

  /** Why there is nothing else. */
  static Answer problem(int status, String error) {
    return new Answer(status, json -> json.text("error", error));
  }

  static Answer empty(int status) {
    return new Answer(status, null);
  }
}
