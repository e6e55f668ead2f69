package dev.shardline.monitor.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What the service says, in the shape that it and the page have agreed on. */
final class Overviews {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Overviews() {}

  /** The agreed example, as it stands in its file. */
  static ObjectNode example() {
    try (InputStream file = Overviews.class.getResourceAsStream("overview.json")) {
      return (ObjectNode) JSON.readTree(Objects.requireNonNull(file, "overview.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The example with an interval so long that nothing gets old while a slow machine looks at it.
   */
  static ObjectNode lasting() {
    return example().put("intervalSeconds", 600);
  }

  /** Nothing yet: no group, worker, job, failure or dead letter. */
  static ObjectNode empty() {
    ObjectNode overview = lasting();
    for (String list :
        new String[] {"groups", "history", "workers", "jobs", "failures", "deadLettersByCause"}) {
      overview.putArray(list);
    }
    return overview;
  }

  /** The same, read so much later. */
  static ObjectNode later(ObjectNode overview, Duration by) {
    Instant at = Instant.parse(overview.path("at").asText());
    return overview.deepCopy().put("at", at.plus(by).toString());
  }

  /** The group at the index, to be changed. */
  static ObjectNode group(ObjectNode overview, int index) {
    return (ObjectNode) overview.path("groups").path(index);
  }
}
