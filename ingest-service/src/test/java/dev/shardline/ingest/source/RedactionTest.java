package dev.shardline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  private final Redaction redaction =
      new Redaction(List.of("Bearer abcdefghij", "two words-of-it\r\n", "abcdefghij$1", "x"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          was "Bearer abcdefghij", bad | was "[secret]", bad
          was abcdefghij               | was [secret]
          was abcdefghij$1             | was [secret]
          host ABCDEFGHIJ.example      | host [secret].example
          sends words-of-it            | sends [secret]
          was abcdefgh...              | was [secret]...
          was abcdefg...               | was abcdefg...
          abcdefgh... and abcdefghi... | [secret]... and [secret]...
          x is in text                 | x is in text
          Bearer of news, abcde        | Bearer of news, abcde
          """)
  void takesOutSecretsAndTheirWordsAlsoWhereTheyAreCut(String text, String expected) {
    assertThat(redaction.of(text)).isEqualTo(expected);
  }
}
