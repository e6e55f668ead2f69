package dev.shardline.contracts.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The schema file of one kind of message. */
record MessageSchema(JsonNode tree, Schema schema) {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static MessageSchema of(Message message) {
    String text = resource(message.fileName() + ".schema.json");
    return new MessageSchema(JsonTree.of(text), REGISTRY.getSchema(text, InputFormat.JSON));
  }

  /** What is wrong with a text, by the schema; empty if nothing is. */
  List<String> errors(String json) {
    return schema
        .validate(
            json,
            InputFormat.JSON,
            context ->
                // Formats are mere annotations in 2020-12 unless they are asked for.
                context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** A file beside the schemas. */
  static String resource(String name) {
    try (InputStream file = MessageSchema.class.getResourceAsStream("/schemas/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
