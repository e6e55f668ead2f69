package dev.shardline.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

@ExtendWith(InChromium.class)
class PageRecordTest {

  @Test
  void aFailureOpensItsRecordByKeyboardAndGivesTheFocusBack(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      page.server().record(200, record("{\"n\":12345678901234567890,\"tags\":[\"a, b: [\",{}]}"));
      page.run("document.querySelector('#failures a').focus()");
      page.press(Keys.ENTER);
      page.reads(
          "dialog pre",
          "{\n  \"n\": 12345678901234567890,\n  \"tags\": [\n    \"a, b: [\",\n    {}\n  ]\n}");
      assertThat(page.text("dialog dl"))
          .contains("shard-results", "55", "job/7", "Header trace", "00-1");
      assertThat(page.isTrue("document.querySelector('dialog').matches(':modal')")).isTrue();

      page.press(Keys.ESCAPE);
      OpenPage.patiently().until(() -> page.isTrue("!document.querySelector('dialog').open"));
      assertThat(page.isTrue("document.activeElement === document.querySelector('#failures a')"))
          .isTrue();
    }
  }

  @Test
  void theAddressAsksForExactlyTheRecordOfTheRow(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      assertThat(page.run("return document.querySelector('#failures a').href"))
          .isEqualTo(
              page.server().address() + "api/record?topic=shard-results&partition=2&offset=55");
    }
  }

  @Test
  void aRecordThatCannotBeReadSaysWhy(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      page.server()
          .record(404, JsonNodeFactory.instance.objectNode().put("error", "it is deleted by now"));
      page.run("document.querySelector('#failures a').click()");
      page.reads("dialog [data-slot=body]", "The record cannot be shown: it is deleted by now");
    }
  }

  @Test
  void textThatIsNoJsonIsShownAsItIs(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      page.server().record(200, record("{broken, \"text\""));
      page.run("document.querySelector('#failures a').click()");
      page.reads("dialog pre", "{broken, \"text\"");
    }
  }

  @Test
  void aRecordWithoutValueIsSaidToDeleteItsKey(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      page.server().record(200, record("").putNull("value"));
      page.run("document.querySelector('#failures a').click()");
      OpenPage.patiently()
          .untilAsserted(
              () -> assertThat(page.text("dialog")).contains("None: the record deletes its key."));
    }
  }

  private static ObjectNode record(String value) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("topic", "shard-results").put("partition", 2).put("offset", 55);
    record.put("at", "2026-11-25T12:00:01Z").put("key", "job/7").put("value", value);
    record.putObject("headers").put("trace", "00-1");
    return record;
  }
}
