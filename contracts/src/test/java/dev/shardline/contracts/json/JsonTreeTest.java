package dev.shardline.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against Jackson's mapper, which reads the same text by other means. */
class JsonTreeTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"text\"",
        "null",
        "2147483647",
        "2147483648",
        "-9223372036854775808",
        "9223372036854775808",
        "[0, -0, 0.0, -0.0, 1.50, 100.0, 1e3, 1E+3, 12e-5, 0.1e2147483000]",
        "{\"a\": [true, false, null, {\"b\": [[], {}]}], \"\": \"\\u00e9\\ud83d\\ude00\\n\"}",
      })
  void readsWhatAMapperReads(String text) throws IOException {
    assertThat(read(text)).isEqualTo(MAPPER.readTree(text));
    assertThat(String.valueOf(read(text))).isEqualTo(MAPPER.readTree(text).toString());
  }

  @Test
  void takesForATreeWhatAMapperDoesAndNothingElse() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String alphabet = "{}[]:,\"\\ue0123456789.+-Etrufalsn \n";
    String message = "{\"a\": [-1.5e+3, \"\\u00e9\", {\"b\": null}], \"c\": true, \"d\": 12}";

    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(message);
      for (int change = 0; change <= random.nextInt(3); change++) {
        text.setCharAt(
            random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(tree(text.toString())).as(text.toString()).isEqualTo(mapped(text.toString()));
    }
  }

  private static @Nullable JsonNode tree(String text) {
    try {
      return read(text);
    } catch (IOException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable JsonNode mapped(String text) {
    try {
      return MAPPER.readerFor(JsonNode.class).readValue(text.getBytes(UTF_8));
    } catch (IOException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable JsonNode read(String text) throws IOException {
    try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
      return JsonTree.read(parser);
    }
  }
}
