package dev.shardline.cli.bench.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.shardline.cli.bench.Surroundings;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * A report as one JSON object. Its shape is a contract, told in the README of this module: members
 * are added, and never renamed or given another unit, unless {@link #SHAPE} is counted up.
 */
public final class ReportJson {

  /** The number of the shape. */
  static final int SHAPE = 1;

  private static final JsonFactory FACTORY = new JsonFactory();

  private ReportJson() {}

  /** Indented, with a line break at its end. */
  public static String of(Report report, Surroundings surroundings) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("shape", SHAPE);
      json.writeStringField("benchmark", report.name());
      json.writeStringField("title", report.title());
      write(json, surroundings);
      json.writeObjectFieldStart("settings");
      for (var setting : report.settings().entrySet()) {
        json.writeStringField(setting.getKey(), setting.getValue());
      }
      json.writeEndObject();
      write(json, "figures", report.figures());
      write(json, "tried", report.tried());
      json.writeArrayFieldStart("ratios");
      for (Ratio ratio : report.ratios()) {
        write(json, ratio);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("notes");
      for (String note : report.notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Surroundings surroundings) throws IOException {
    json.writeObjectFieldStart("surroundings");
    json.writeStringField("time", surroundings.time().toString());
    json.writeNumberField("cores", surroundings.cores());
    json.writeStringField("cpu", surroundings.cpu());
    json.writeNumberField("memoryBytes", surroundings.memoryBytes());
    json.writeStringField("os", surroundings.os());
    json.writeStringField("jdk", surroundings.jdk());
    json.writeStringField("shardline", surroundings.shardline());
    if (surroundings.broker() == null) {
      json.writeNullField("kafkaBroker");
    } else {
      json.writeStringField("kafkaBroker", surroundings.broker());
    }
    if (surroundings.loadBefore() < 0) {
      json.writeNullField("loadBefore");
    } else {
      json.writeNumberField("loadBefore", surroundings.loadBefore());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, List<Figure> figures)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Figure figure : figures) {
      json.writeStartObject();
      json.writeStringField("group", figure.group());
      json.writeStringField("contestant", figure.contestant());
      json.writeStringField("measure", figure.measure());
      json.writeStringField("unit", figure.unit());
      json.writeStringField("statistic", figure.statistic());
      number(json, "value", figure.value());
      json.writeArrayFieldStart("rounds");
      for (double round : figure.rounds()) {
        json.writeNumber(round);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Ratio ratio) throws IOException {
    json.writeStartObject();
    json.writeStringField("what", ratio.what());
    number(json, "value", ratio.value());
    Target target = ratio.target();
    if (target == null) {
      json.writeNullField("target");
    } else {
      json.writeObjectFieldStart("target");
      json.writeStringField("bound", target.bound().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("value", target.value());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** JSON has no word for what a division by zero gives. */
  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
