package dev.shardline.cli.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.shardline.contracts.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Statements as JSON. Programs rely on its names: fields may be added, none renamed. */
public final class LedgerJson {

  /** Of ASCII. A source's name may hold what a terminal would carry out. */
  private static final int LAST_PRINTABLE = 0x7e;

  private LedgerJson() {}

  /** One line. */
  public static String of(Statement shards, Statement sources) {
    byte[] json =
        JsonText.write(generator -> {
          generator.setHighestNonEscapedChar(LAST_PRINTABLE);
          write(generator, "shards", shards);
          write(generator, "sources", sources);
        });
    return new String(json, StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator json, String name, Statement statement)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<Figure, Long> figure : statement.figures().entrySet()) {
      json.writeNumberField(figure.getKey().jsonName(), figure.getValue());
    }
    if (!statement.ids().isEmpty()) {
      json.writeObjectFieldStart("ids");
      for (Map.Entry<Figure, List<String>> ids : statement.ids().entrySet()) {
        json.writeArrayFieldStart(ids.getKey().jsonName());
        for (String id : ids.getValue()) {
          json.writeString(id);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
