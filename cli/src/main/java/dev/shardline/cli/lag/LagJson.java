package dev.shardline.cli.lag;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.shardline.contracts.json.JsonText;
import dev.shardline.lag.Age;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.PartitionLag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Lag as JSON, one line for each reading. What is not known is null. Programs rely on its names:
 * fields may be added, none renamed.
 */
public final class LagJson {

  private LagJson() {}

  /** One line. */
  public static String of(LagReading reading) {
    byte[] json =
        JsonText.write(generator -> {
          generator.writeStringField("at", reading.at().toString());
          generator.writeArrayFieldStart("groups");
          for (GroupLag group : reading.groups()) {
            write(generator, group, reading.at());
          }
          generator.writeEndArray();
        });
    return new String(json, StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator json, GroupLag group, Instant now) throws IOException {
    json.writeStartObject();
    json.writeStringField("group", group.name());
    json.writeStringField("kind", group.kind().name().toLowerCase(Locale.ROOT));
    write(json, "state", group.state());
    write(json, "members", group.members());
    write(json, "lag", group.lag());
    write(json, "reason", group.lag().problem().<Fact<String>>map(Fact::known));
    write(json, group.oldest(), now);
    json.writeArrayFieldStart("partitions");
    for (PartitionLag partition : group.partitions()) {
      write(json, partition, now);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, PartitionLag partition, Instant now)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("topic", partition.partition().topic());
    json.writeNumberField("partition", partition.partition().number());
    write(json, "lag", partition.lag());
    write(json, "reason", partition.lag().problem().<Fact<String>>map(Fact::known));
    write(json, partition.oldest(), now);
    if (partition.position().isPresent()) {
      json.writeNumberField("position", partition.position().getAsLong());
    } else {
      json.writeNullField("position");
    }
    if (partition.log() != null) {
      json.writeNumberField("logStart", partition.log().start());
      json.writeNumberField("logEnd", partition.log().end());
    }
    json.writeEndObject();
  }

  /** Two bounds, which are the same unless records are done out of order. */
  private static void write(JsonGenerator json, Fact<Optional<Age>> oldest, Instant now)
      throws IOException {
    Optional<Age> age = oldest.found().flatMap(each -> each);
    seconds(json, "oldestAgeAtLeastSeconds", age.map(Age::notAfter), now);
    seconds(json, "oldestAgeAtMostSeconds", age.map(Age::notBefore), now);
  }

  private static void seconds(
      JsonGenerator json, String field, Optional<Instant> written, Instant now) throws IOException {
    if (written.isPresent()) {
      long millis = Duration.between(written.get(), now).toMillis();
      json.writeNumberField(field, Math.max(0, millis) / 1e3);
    } else {
      json.writeNullField(field);
    }
  }

  private static void write(JsonGenerator json, String field, Optional<? extends Fact<?>> figure)
      throws IOException {
    write(json, field, figure.isPresent() ? figure.get() : Fact.unknown(""));
  }

  private static void write(JsonGenerator json, String field, Fact<?> figure) throws IOException {
    switch (figure) {
      case Fact.Known<?>(Long number) -> json.writeNumberField(field, number);
      case Fact.Known<?>(Integer number) -> json.writeNumberField(field, number);
      case Fact.Known<?>(Object text) -> json.writeStringField(field, text.toString());
      case Fact.Unknown<?> _ -> json.writeNullField(field);
    }
  }
}
