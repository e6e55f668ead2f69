package dev.shardline.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object. Every accessor throws {@link InvalidMessageException}, which names
 * the field and what was expected, when the field is not of the asked kind; a field that is null
 * counts as absent; unknown fields are ignored.
 */
public final class JsonFields {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final ObjectNode object;
  private final String path;

  JsonFields(ObjectNode object) {
    this(object, "");
  }

  private JsonFields(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /** Whether the field is there and not null. */
  public boolean has(String field) {
    return object.hasNonNull(field);
  }

  /** A text of 1 to {@code maxLength} characters without control characters. */
  public String name(String field, int maxLength) {
    String expected = "a text of 1 to " + maxLength + " characters without control characters";
    String text = text(field, expected);
    if (text.isEmpty()
        || text.codePointCount(0, text.length()) > maxLength
        || text.codePoints().anyMatch(JsonFields::unfitForNames)) {
      throw invalid(field, expected);
    }
    return text;
  }

  /** A text, perhaps empty. */
  public String text(String field) {
    return text(field, "a text");
  }

  /**
   * A text of a certain form.
   *
   * @param expected the form in words
   */
  public String text(String field, Pattern form, String expected) {
    String text = text(field, expected);
    if (!form.matcher(text).matches()) {
      throw invalid(field, expected);
    }
    return text;
  }

  /** A SHA-256 hash. */
  public String sha256(String field) {
    return text(field, SHA256, "64 lower-case hexadecimal digits");
  }

  /** A reason's code, known or not. */
  public Reason reason(String field) {
    String expected = "a code of upper-case letters, digits and underscores";
    String text = text(field, expected);
    try {
      return new Reason(text);
    } catch (IllegalArgumentException e) {
      throw invalid(field, expected);
    }
  }

  /** An integer from {@code min} to {@code max}; also where it is written as 2.5e3 or 2500.0. */
  public long integer(String field, long min, long max) {
    String expected =
        max == Long.MAX_VALUE
            ? "an integer of " + min + " or above, below 2^63"
            : "an integer from " + min + " to " + max;
    JsonNode node = required(field, expected);
    if (!node.isNumber()) {
      throw invalid(field, expected);
    }
    long value =
        node.isIntegralNumber() && node.canConvertToLong()
            ? node.longValue()
            : expanded(node.decimalValue()).orElseThrow(() -> invalid(field, expected));
    if (value < min || value > max) {
      throw invalid(field, expected);
    }
    return value;
  }

  /** A share: a number from 0 to 1. */
  public double share(String field) {
    String expected = "a number from 0 to 1";
    JsonNode node = required(field, expected);
    if (!node.isNumber()) {
      throw invalid(field, expected);
    }
    BigDecimal value = node.decimalValue();
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw invalid(field, expected);
    }
    return value.doubleValue();
  }

  /** True or false. */
  public boolean flag(String field) {
    JsonNode node = required(field, "true or false");
    if (!node.isBoolean()) {
      throw invalid(field, "true or false");
    }
    return node.booleanValue();
  }

  /** A job id. */
  public JobId jobId(String field) {
    String expected = "a UUID of version 7";
    String text = text(field, expected);
    try {
      return JobId.parse(text);
    } catch (IllegalArgumentException e) {
      throw invalid(field, expected);
    }
  }

  /** An absolute URI. */
  public URI uri(String field) {
    String expected = "an absolute URI";
    String text = text(field, expected);
    try {
      URI uri = new URI(text);
      if (uri.isAbsolute()) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Falls through to the one error; the URI is not repeated there, as it may hold credentials.
    }
    throw new InvalidMessageException(
        Reason.INVALID_FIELD,
        path + field + ": expected " + expected + ", such as https://host/path");
  }

  /** A time as ISO 8601 text. */
  public Instant instant(String field) {
    String expected = "a time as ISO 8601 text in UTC";
    String text = text(field, expected);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw invalid(field, expected);
    }
  }

  /** One of an enumeration's constants, in lower case: what people choose from. */
  public <E extends Enum<E>> E choice(String field, Class<E> type) {
    return constant(field, type, JsonFields::spelling);
  }

  /** One of an enumeration's constants, in upper case: what programs tell apart. */
  public <E extends Enum<E>> E status(String field, Class<E> type) {
    return constant(field, type, Enum::name);
  }

  /** An object, whose fields' errors name this field too. */
  public JsonFields object(String field) {
    if (required(field, "an object") instanceof ObjectNode node) {
      return new JsonFields(node, path + field + ".");
    }
    throw invalid(field, "an object");
  }

  /** An array of at most so many objects, whose fields' errors name this field and their place. */
  public List<JsonFields> objects(String field, int max) {
    String expected = "an array of at most " + max + " objects";
    JsonNode array = required(field, expected);
    if (!array.isArray() || array.size() > max) {
      throw invalid(field, expected);
    }
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode element : array) {
      if (!(element instanceof ObjectNode node)) {
        throw invalid(field, expected);
      }
      objects.add(new JsonFields(node, path + field + "[" + objects.size() + "]."));
    }
    return List.copyOf(objects);
  }

  /** The object's own fields, all of which must be texts; null is none. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    object.fieldNames().forEachRemaining(name -> texts.put(name, text(name)));
    return texts;
  }

  /** How a constant is written in a message. */
  public static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The error of a field that is not as expected. */
  public InvalidMessageException invalid(String field, String expected) {
    JsonNode node = object.get(field);
    return new InvalidMessageException(
        Reason.INVALID_FIELD,
        path
            + field
            + (node == null
                ? " is missing: expected " + expected
                : ": expected " + expected + ", was " + describe(node)));
  }

  static String describe(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "the text " + shortened(node.toString());
      default -> shortened(node.toString());
    };
  }

  private <E extends Enum<E>> E constant(
      String field, Class<E> type, Function<E, String> spelling) {
    E[] constants = type.getEnumConstants();
    JsonNode node = object.get(field);
    if (node != null && node.isTextual()) {
      String text = node.textValue();
      for (E constant : constants) {
        if (spelling.apply(constant).equals(text)) {
          return constant;
        }
      }
    }
    throw invalid(field, "one of " + Arrays.stream(constants).map(spelling).collect(joining(", ")));
  }

  private String text(String field, String expected) {
    JsonNode node = required(field, expected);
    if (!node.isTextual()) {
      throw invalid(field, expected);
    }
    return node.textValue();
  }

  private JsonNode required(String field, String expected) {
    @Nullable JsonNode node = object.get(field);
    if (node == null || node.isNull()) {
      throw invalid(field, expected);
    }
    return node;
  }

  /** The integer that a number is, if it is one of 64 bits. */
  private static OptionalLong expanded(BigDecimal value) {
    if (value.signum() == 0) {
      return OptionalLong.of(0);
    }
    // Looks at the exponent first: expanding 1e999999999 would take all memory.
    if (value.precision() - (long) value.scale() > 19) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(value.longValueExact());
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean unfitForNames(int codePoint) {
    // Half of a surrogate pair has no UTF-8 form, which record keys and headers need.
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static String shortened(String text) {
    String shortened = text.length() <= 60 ? text : text.substring(0, 57) + "...";
    // Half of a surrogate pair, found or made by the cut, becomes a question mark here rather than
    // trouble for whoever reads the message.
    return new String(shortened.getBytes(UTF_8), UTF_8);
  }
}
