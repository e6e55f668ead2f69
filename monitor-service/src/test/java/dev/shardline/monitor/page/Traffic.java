package dev.shardline.monitor.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/**
 * What the browser put on the network for a page, as the browser tells it: also what no server of
 * the test could see.
 *
 * @param addresses all that were asked for
 * @param failures requests that failed or were answered with 400 or above
 * @param bytes received, with headers, in answers that are complete
 */
record Traffic(List<String> addresses, List<String> failures, long bytes) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What there was since it was asked last. */
  static Traffic of(ChromeDriver driver) {
    List<String> addresses = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    long bytes = 0;
    for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = parsed(entry.getMessage()).path("message");
      JsonNode params = message.path("params");
      switch (message.path("method").asText()) {
        case "Network.requestWillBeSent" ->
            addresses.add(params.path("request").path("url").asText());
        case "Network.webSocketCreated" -> addresses.add(params.path("url").asText());
        case "Network.loadingFinished" -> bytes += params.path("encodedDataLength").asLong();
        case "Network.loadingFailed" -> failures.add(params.toString());
        case "Network.responseReceived" -> {
          if (params.path("response").path("status").asInt() >= 400) {
            failures.add(params.path("response").path("url").asText());
          }
        }
        default -> {
          // The log has the whole life of a page, of which this is about the network.
        }
      }
    }
    return new Traffic(List.copyOf(addresses), List.copyOf(failures), bytes);
  }

  private static JsonNode parsed(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
