package dev.shardline.ingest.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {

  private static final HttpUrl BASE = HttpUrl.get("https://api.example/a/list?page=1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<https://api.example/x>; rel=\"next\" | https://api.example/x",
        "<?page=2>; rel=next | https://api.example/a/list?page=2",
        "</b>;rel=NEXT | https://api.example/b",
        "<a>; rel=\"prev\", <b>; rel=\"next\" | https://api.example/a/b",
        "<a,b>; title=\"x, <c>; rel=\\\"\"; rel=\"next last\" | https://api.example/a/a,b",
        "<a>; rel=\"last\",<b>;foo;rel=\"first next\" | https://api.example/a/b",
      })
  void isFoundWhereverTheHeaderHasIt(String header, String expected) {
    assertThat(NextPage.in(Headers.of("Link", header), BASE)).hasToString(expected);
  }

  @Test
  void isFoundInAnyOfTheHeaders() {
    Headers headers = Headers.of("Link", "<a>; rel=prev", "Link", "<b>; rel=next");

    assertThat(NextPage.in(headers, BASE)).hasToString("https://api.example/a/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>; rel=prev",
        "<a>",
        "a; rel=next",
        "<a>; title=\"rel=next\"",
        "<a>; title=\"x; rel=next\"",
        "<a>; rel=nextpage",
        ""
      })
  void isNoneWhereNoneIsSaid(String header) {
    assertThat(NextPage.in(Headers.of("Link", header), BASE)).isNull();
  }

  @Test
  void isNoneWhereItCannotBeAskedByHttp() {
    assertThat(NextPage.in(Headers.of("Link", "<ftp://a/b>; rel=next"), BASE)).isNull();
  }
}
