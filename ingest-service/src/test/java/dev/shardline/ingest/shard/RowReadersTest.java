package dev.shardline.ingest.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.source.BodyFormat;
import dev.shardline.contracts.source.Sharding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadersTest {

  private static final Row MISSING = new Row.Unusable(" is missing: " + RowNumber.EXPECTED);

  @Test
  void readsTheObjectsOfAJsonArray() throws IOException {
    assertThat(
            rows(
                BodyFormat.JSON,
                """
                [{"n": 1}, {"other": {"n": 9}, "n": 2, "list": [{"n": 8}]},
                 {"n": 2.5e3}]
                """))
        .containsExactly(usable(1), usable(2), usable(2500));
  }

  @Test
  void readsTheLinesOfNdjson() throws IOException {
    assertThat(rows(BodyFormat.NDJSON, "{\"n\": 1}\n{\"n\": 2}\r\n\n{\"n\": 3}"))
        .containsExactly(usable(1), usable(2), usable(3));
  }

  @Test
  void readsTheRowsOfCsv() throws IOException {
    assertThat(
            rows(
                BodyFormat.CSV,
                "name,n,note\r\na,1,\"x, y\"\r\n\"b\",\"2\",\"two\nlines\"\r\n\r\nc, 3 ,\"\"\"\"\r\n"))
        .containsExactly(usable(1), usable(2), usable(3));
  }

  @Test
  void ignoresAByteOrderMark() throws IOException {
    assertThat(rows(BodyFormat.JSON, "\ufeff[{\"n\": 1}]")).containsExactly(usable(1));
    assertThat(rows(BodyFormat.CSV, "\ufeffn\n1\n")).containsExactly(usable(1));
  }

  @Test
  void readsNoRowsWhereThereAreNone() throws IOException {
    assertThat(rows(BodyFormat.JSON, "[]")).isEmpty();
    assertThat(rows(BodyFormat.NDJSON, "")).isEmpty();
    assertThat(rows(BodyFormat.CSV, "n\n")).isEmpty();
    assertThat(rows(BodyFormat.CSV, "n")).isEmpty();
  }

  @Test
  void saysOfEachJsonRowWhatIsWrongWithIt() throws IOException {
    assertThat(
            rows(
                BodyFormat.JSON,
                """
                [{}, {"n": null}, {"n": "7"}, {"n": [1]}, {"n": {"n": 1}}, {"n": true},
                 {"n": -1}, {"n": 1, "n": 2}, 5, [1], null, {"n": 3}]
                """))
        .containsExactly(
            MISSING,
            MISSING,
            unusable("was the text \"7\""),
            unusable("was an array"),
            unusable("was an object"),
            unusable("was true"),
            unusable("was -1"),
            new Row.Unusable(" is there more than once"),
            new Row.Unusable(" is missing: expected an object, was 5"),
            new Row.Unusable(" is missing: expected an object, was an array"),
            new Row.Unusable(" is missing: expected an object, was null"),
            usable(3));
  }

  @Test
  void saysOfEachCsvRowWhatIsWrongWithIt() throws IOException {
    assertThat(rows(BodyFormat.CSV, "name,n\na,x\nb\nc,\nd,-1\ne,5\n"))
        .containsExactly(unusable("was x"), MISSING, MISSING, unusable("was -1"), usable(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"n\": 1}",
        "5",
        "[{\"n\": 1}",
        "[{\"n\": 1}] []",
        "[{\"n\": 1},]",
        "[{\"n\" 1}]",
        "<a/>",
        "[{\"n\": 01}]",
        "n\n1\n"
      })
  void refusesWhatIsNoJsonArray(String body) {
    assertThatThrownBy(() -> rows(BodyFormat.JSON, body))
        .isInstanceOfAny(InvalidBodyException.class, JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"n\": 1", "{\"n\": 1}\nn,1\n", "{\"n\": 1}\n{\"n\""})
  void refusesWhatIsNoNdjson(String body) {
    assertThatThrownBy(() -> rows(BodyFormat.NDJSON, body))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "n,m\n1,2,3\n", "n\n\"1\n"})
  void refusesWhatIsNoCsv(String body) {
    assertThatThrownBy(() -> rows(BodyFormat.CSV, body))
        .isInstanceOfAny(InvalidBodyException.class, JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name,number\na,1\n", "name,number\n"})
  void namesTheColumnThatIsNotThere(String body) {
    assertThatThrownBy(() -> rows(BodyFormat.CSV, body))
        .isInstanceOf(InvalidBodyException.class)
        .hasMessage("expected a column of the name \"n\" in the header line");
  }

  @ParameterizedTest
  @EnumSource(BodyFormat.class)
  void refusesBytesThatAreNoUtf8(BodyFormat format) {
    byte[] bytes = "[{\"n\": \"?\"}]\n".getBytes(UTF_8);
    bytes[8] = (byte) 0xC3;

    assertThatThrownBy(() -> rows(format, new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @EnumSource(BodyFormat.class)
  void closesTheBody(BodyFormat format) throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream body =
        new ByteArrayInputStream("[]".getBytes(UTF_8)) {
          @Override
          public void close() {
            closed.set(true);
          }
        };

    RowReaders.open(sharding(format), body).close();

    assertThat(closed).isTrue();
  }

  private static List<Row> rows(BodyFormat format, String body) throws IOException {
    return rows(format, new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  private static List<Row> rows(BodyFormat format, InputStream body) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (RowReader reader = RowReaders.open(sharding(format), body)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static Sharding sharding(BodyFormat format) {
    return new Sharding(format, "n", "factorial-sum", Output.SUMMARY);
  }

  private static Row usable(long number) {
    return new Row.Usable(number);
  }

  private static Row unusable(String found) {
    return new Row.Unusable(": " + RowNumber.EXPECTED + ", " + found);
  }
}
