package dev.shardline.ingest.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.source.BodyFormat;
import dev.shardline.contracts.source.RowPointer;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadersTest {

  private static final Row MISSING = new Row.Unusable("n is missing: " + RowNumber.EXPECTED);

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
            new Row.Unusable("n is there more than once"),
            new Row.Unusable("n is missing: expected an object, was 5"),
            new Row.Unusable("n is missing: expected an object, was an array"),
            new Row.Unusable("n is missing: expected an object, was null"),
            usable(3));
  }

  @Test
  void saysOfEachCsvRowWhatIsWrongWithIt() throws IOException {
    assertThat(rows(BodyFormat.CSV, "name,n\na,x\nb\nc,\nd,-1\ne,5\n"))
        .containsExactly(
            unusable("was x").onLine(2),
            columns(2, 1).onLine(3),
            MISSING.onLine(4),
            unusable("was -1").onLine(5),
            usable(5));
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

  @Test
  void saysOfEachLineOfNdjsonWhatIsWrongWithIt() throws IOException {
    assertThat(
            rows(
                BodyFormat.NDJSON,
                """
                {"n": 1

                n,1
                {"n": 1} {"n": 2}
                {"m": {"n": 5}}
                [{"n": 5}]
                {"n": 01}
                {"n": 6}
                {"n\"\
                """))
        .containsExactly(
            json(1, "Unexpected end-of-input: expected close marker for Object at column 8"),
            json(
                3,
                "Unrecognized token 'n': was expecting (JSON String, Number, Array, Object or token"
                    + " 'null', 'true' or 'false') at column 1"),
            new Row.Unusable(4L, "expected one JSON value on the line, and nothing after it"),
            MISSING.onLine(5),
            new Row.Unusable(6L, "n is missing: expected an object, was an array"),
            json(7, "Invalid numeric value: Leading zeroes not allowed at column 8"),
            usable(6),
            json(9, "Unexpected end-of-input within/between Object entries at column 5"));
  }

  @Test
  void takesALineOfNdjsonThatIsTooLongForOneBadRow() throws IOException {
    String tooLong = "{\"n\": 1, \"text\": \"" + "x".repeat(RowReaders.MAX_LINE) + "\"}";

    assertThat(rows(BodyFormat.NDJSON, tooLong + "\n{\"n\": 2}\n" + tooLong))
        .containsExactly(
            new Row.Unusable(1L, "expected a line of at most 1048576 bytes"),
            usable(2),
            new Row.Unusable(3L, "expected a line of at most 1048576 bytes"));
  }

  @Test
  void takesALineOfNdjsonThatIsNoUtf8ForOneBadRow() throws IOException {
    byte[] bytes = "{\"n\": 1}\n{\"n\": \"?\"}\n{\"n\": 2}".getBytes(UTF_8);
    bytes[16] = (byte) 0xC3;

    assertThat(rows(BodyFormat.NDJSON, new ByteArrayInputStream(bytes)))
        .satisfiesExactly(
            row -> assertThat(row).isEqualTo(usable(1)),
            row ->
                assertThat(row)
                    .isInstanceOfSatisfying(
                        Row.Unusable.class, bad -> assertThat(bad.problem()).contains("UTF-8")),
            row -> assertThat(row).isEqualTo(usable(2)));
  }

  @Test
  void takesACsvRowOfAnotherWidthForOneBadRow() throws IOException {
    assertThat(
            rows(BodyFormat.CSV, "n,note\n1,\"two\nlines\"\n\n2\n3,a,b\n4,c\n,\n\"\",d\n5,\"e\"\n"))
        .containsExactly(
            usable(1),
            columns(2, 1).onLine(5),
            columns(2, 3).onLine(6),
            usable(4),
            MISSING.onLine(8),
            MISSING.onLine(9),
            usable(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "/rows | {`rows`: [{`n`: 7}]}",
        "/a/rows | {`x`: {`rows`: 1}, `a`: {`y`: [[], {}], `rows`: [{`n`: 7}], `z`: [1]}, `b`: {}}",
        "/1 | [[{`n`: 6}], [{`n`: 7}], [{`n`: 8}]]",
        "/a/0/1/rows | {`a`: [[0, {`rows`: [{`n`: 7}]}], 2]}",
        "/0 | {`1`: [], `0`: [{`n`: 7}]}",
        "/ | {`a`: 1, ``: [{`n`: 7}]}",
        "/a~1b/~0 | {`a/b`: {`~`: [{`n`: 7}]}}",
        "/rows | {`rows`: [{`n`: 7}], `rows`: [{`n`: 8}]}",
      })
  void readsTheArrayToWhichThePointerLeads(String pointer, String body) throws IOException {
    assertThat(rows(pointer, body)).containsExactly(usable(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "/rows | {`data`: []} | leads nowhere in the body: at step 1, the object has no field"
            + " \"rows\"",
        "/a/rows | {`a`: {}, `rows`: []} | leads nowhere in the body: at step 2, the object has no"
            + " field \"rows\"",
        "/a/3 | {`a`: [1, [2], 3]} | leads nowhere in the body: at step 2, the array has no element"
            + " 3, but 3 in all",
        "/a/x | {`a`: [1]} | leads nowhere in the body: at step 2, expected an element's place from 0"
            + " in an array, was \"x\"",
        "/- | [[]] | leads nowhere in the body: at step 1, expected an element's place from 0 in an"
            + " array, was \"-\"",
        "/00 | [[]] | leads nowhere in the body: at step 1, expected an element's place from 0 in an"
            + " array, was \"00\"",
        "/a/b | {`a`: `text`} | leads nowhere in the body: at step 2, expected an object or an array"
            + " with \"b\", was the text \"text\"",
        "/a | {`a`: {`b`: []}} | leads to an object: expected an array of rows",
        "/a | {`a`: null} | leads to null: expected an array of rows",
      })
  void saysWhereThePointerLeadsAstray(String pointer, String body, String message) {
    assertThatThrownBy(() -> rows(pointer, body))
        .isInstanceOfSatisfying(
            IngestFailedException.class,
            failed -> assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_BODY))
        .hasMessage("shards.pointer \"%s\" %s", pointer, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{`rows`: [{`n`: 7}]",
        "{`rows`: [{`n`: 7}], `next`",
        "{`rows`: [{`n`: 7}], `next`: {`a`: [1, 2}}",
        "{`rows`: [{`n`: 7}], `next`: `http",
        "{`rows`: [{`n`: 7}]} {}",
        "{`rows`: [{`n`: 7}",
        "{`x`: [1, 2, `rows`: [{`n`: 7}]}",
        "{`x`",
        "",
      })
  void refusesABodyThatIsCutOffOrBrokenAroundItsRows(String body) {
    assertThatThrownBy(() -> rows("/rows", body))
        .isInstanceOfAny(InvalidBodyException.class, JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "n\n\"1\n", "n,m,n\n1,2,3\n"})
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
  @EnumSource(names = {"JSON", "CSV"})
  void refusesBytesThatAreNoUtf8(BodyFormat format) {
    byte[] bytes = "[{\"n\": \"?\"}]\n".getBytes(UTF_8);
    bytes[8] = (byte) 0xC3;

    assertThatThrownBy(() -> rows(format, new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {"JSON | [{\"n\": \"", "JSON | [{\"", "CSV | n,m§\"", "CSV | n,m§1,", "CSV | n,m,"})
  void stopsAtATextThatWouldFillTheMemory(BodyFormat format, String head) throws IOException {
    GeneratedBody endless =
        new GeneratedBody(head.replace('§', '\n'), 10_000, _ -> "x".repeat(100_000), "");

    assertThatThrownBy(() -> rows(format, endless)).isInstanceOf(StreamConstraintsException.class);

    assertThat(endless.made()).isLessThan(100);
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
    return rows(sharding(format), body);
  }

  private static List<Row> rows(String pointer, String body) throws IOException {
    Sharding sharding =
        new Sharding(
            BodyFormat.JSON,
            "n",
            new RowPointer(pointer),
            null,
            "factorial-sum",
            Output.SUMMARY,
            null);
    return rows(sharding, new ByteArrayInputStream(body.replace('`', '"').getBytes(UTF_8)));
  }

  private static List<Row> rows(Sharding sharding, InputStream body) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (RowReader reader = RowReaders.open(sharding, body)) {
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

  private static Row columns(int expected, int found) {
    return new Row.Unusable(
        "expected %d values as in the header line, were %d".formatted(expected, found));
  }

  private static Row json(long line, String problem) {
    return new Row.Unusable(line, "expected JSON: " + problem);
  }

  private static Row unusable(String found) {
    return new Row.Unusable("n: " + RowNumber.EXPECTED + ", " + found);
  }
}
