package dev.shardline.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.contracts.failure.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** JSON as bytes: the one place where the parser is configured. Thread-safe. */
public final class JsonText {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // A field given twice would be read differently by different readers.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonText() {}

  /**
   * Reads a record's value.
   *
   * @param value UTF-8; null where the record has none
   * @throws InvalidMessageException if it is not one JSON object
   */
  public static JsonFields read(byte @Nullable [] value) {
    if (value == null || value.length == 0) {
      throw new InvalidMessageException(
          Reason.EMPTY_RECORD, "the record has no value: expected a JSON object");
    }
    JsonNode node = parse(value);
    if (!(node instanceof ObjectNode object)) {
      throw new InvalidMessageException(
          Reason.NOT_AN_OBJECT, "expected a JSON object, was " + JsonFields.describe(node));
    }
    return new JsonFields(object);
  }

  /** Writes one JSON object. */
  public static byte[] write(FieldWriter fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static JsonNode parse(byte[] value) {
    // Decoded here because Jackson would also take UTF-16, UTF-32 and overlong sequences.
    try (JsonParser parser =
        FACTORY.createParser(UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString())) {
      JsonNode node = JsonTree.read(parser);
      if (node == null) {
        throw notJson("expected one JSON object and nothing else");
      }
      return node;
    } catch (CharacterCodingException e) {
      throw notJson("expected a JSON object in UTF-8, but the bytes are not UTF-8");
    } catch (StreamConstraintsException e) {
      throw notJson("the JSON text is beyond what is read: " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw notJson("expected a JSON object in UTF-8: " + brief(e));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    } catch (ArithmeticException | NumberFormatException e) {
      // Jackson hands on what BigDecimal throws at exponents of more than an int.
      throw notJson("the JSON text is beyond what is read: a number's exponent is too large");
    }
  }

  private static InvalidMessageException notJson(String message) {
    return new InvalidMessageException(Reason.NOT_JSON, message);
  }

  private static String brief(JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    return e.getOriginalMessage().lines().findFirst().orElse("malformed") + where;
  }

  /** Writes the fields of one object. */
  @FunctionalInterface
  public interface FieldWriter {

    /** Writes into an object that is begun and ended by the caller. */
    void write(JsonGenerator json) throws IOException;
  }
}
