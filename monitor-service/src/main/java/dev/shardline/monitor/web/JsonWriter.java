package dev.shardline.monitor.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON field by field: binding by reflection would load hundreds of classes, in a service
 * that has little memory. What is null is written as null. For one thread at a time.
 */
final class JsonWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Appends one object, in UTF-8 and on one line.
   *
   * @param fields writes its fields
   */
  static void append(Buffer buffer, Consumer<JsonWriter> fields) {
    try (JsonGenerator json = FACTORY.createGenerator(new Appending(buffer))) {
      json.writeStartObject();
      fields.accept(new JsonWriter(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
  }

  void text(String name, @Nullable String value) {
    write(() -> json.writeStringField(name, value));
  }

  /** As ISO 8601 in UTC. */
  void time(String name, Instant value) {
    text(name, value.toString());
  }

  void flag(String name, boolean value) {
    write(() -> json.writeBooleanField(name, value));
  }

  void number(String name, long value) {
    write(() -> json.writeNumberField(name, value));
  }

  void number(String name, double value) {
    write(() -> json.writeNumberField(name, value));
  }

  void count(String name, @Nullable Long value) {
    if (value == null) {
      write(() -> json.writeNullField(name));
    } else {
      number(name, value.longValue());
    }
  }

  void measure(String name, @Nullable Double value) {
    if (value == null) {
      write(() -> json.writeNullField(name));
    } else {
      number(name, value.doubleValue());
    }
  }

  void texts(String name, List<String> values) {
    write(() -> {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    });
  }

  void texts(String name, Map<String, String> values) {
    write(() -> json.writeObjectFieldStart(name));
    values.forEach(this::text);
    write(json::writeEndObject);
  }

  <T> void object(String name, T value, BiConsumer<JsonWriter, T> fields) {
    write(() -> json.writeObjectFieldStart(name));
    fields.accept(this, value);
    write(json::writeEndObject);
  }

  <T> void objects(String name, @Nullable List<T> values, BiConsumer<JsonWriter, T> fields) {
    if (values == null) {
      write(() -> json.writeNullField(name));
      return;
    }
    write(() -> json.writeArrayFieldStart(name));
    for (T value : values) {
      write(json::writeStartObject);
      fields.accept(this, value);
      write(json::writeEndObject);
    }
    write(json::writeEndArray);
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private static final class Appending extends OutputStream {

    private final Buffer buffer;

    Appending(Buffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public void write(int value) {
      buffer.appendByte((byte) value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      buffer.appendBytes(bytes, from, length);
    }
  }
}
