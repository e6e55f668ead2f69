package dev.shardline.contracts.source;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.json.JsonText;
import dev.shardline.contracts.shard.ShardCodec;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of source requests. Only {@code source} and {@code uri} must be given. */
public final class SourceRequestCodec {

  /** The source's name where a request gives none that can be read. */
  public static final String UNNAMED = "unnamed";

  /** The most characters that the name of a source or of a field has. */
  static final int MAX_NAME_LENGTH = 200;

  private SourceRequestCodec() {}

  /** Writes the fields that are given. */
  public static byte[] encode(SourceRequest request) {
    return JsonText.write(json -> {
      json.writeStringField("jobId", request.id().job().toString());
      json.writeStringField("source", request.id().source());
      json.writeStringField("uri", request.uri().toString());
      if (!request.headers().isEmpty()) {
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
          json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
      }
      writeOptions(json, request.options());
      Sharding sharding = request.sharding();
      if (sharding != null) {
        json.writeObjectFieldStart("shards");
        json.writeStringField("format", JsonFields.spelling(sharding.format()));
        json.writeStringField("field", sharding.field());
        writeRows(json, sharding);
        json.writeEndObject();
        json.writeStringField("transform", sharding.transform());
        json.writeStringField("output", JsonFields.spelling(sharding.output()));
        ShardCodec.writeTimeLimit(json, sharding.timeLimit());
      }
    });
  }

  /**
   * Reads a request. One without a job id gets one from its position.
   *
   * @param value the record's value, null where it has none
   * @param position where the record stands
   */
  public static Decoded<SourceId, SourceRequest> decode(
      byte @Nullable [] value, RecordPosition position) {
    SourceId id = new SourceId(position.derivedJobId(), UNNAMED);
    try {
      JsonFields fields = JsonText.read(value);
      // Job and name as far as each can be read, so that a failure is seen where it is waited for.
      id = new SourceId(id.job(), readableName(fields));
      id = new SourceId(fields.has("jobId") ? fields.jobId("jobId") : id.job(), id.source());
      id = new SourceId(id.job(), name(fields));
      return new Decoded.Valid<>(
          new SourceRequest(
              id, fields.uri("uri"), headers(fields), sharding(fields), options(fields)));
    } catch (InvalidMessageException e) {
      return new Decoded.Invalid<>(id, e.failure());
    }
  }

  private static String name(JsonFields fields) {
    return fields.name("source", MAX_NAME_LENGTH);
  }

  private static String readableName(JsonFields fields) {
    try {
      return name(fields);
    } catch (InvalidMessageException e) {
      return UNNAMED;
    }
  }

  private static Map<String, String> headers(JsonFields fields) {
    return fields.has("headers") ? fields.object("headers").texts() : Map.of();
  }

  private static FetchOptions options(JsonFields fields) {
    FetchOptions options =
        new FetchOptions(
            fields.has("maxBytes") ? fields.integer("maxBytes", 0, Long.MAX_VALUE) : null,
            fields.has("maxPages")
                ? (int) fields.integer("maxPages", 1, FetchOptions.MAX_PAGES)
                : 1,
            fields.has("reuseUnchanged") && fields.flag("reuseUnchanged"));
    if (options.reuseUnchanged() && options.maxPages() > 1) {
      throw fields.invalid(
          "reuseUnchanged", "false where maxPages is above 1: no source tells that of all pages");
    }
    return options;
  }

  private static void writeOptions(JsonGenerator json, FetchOptions options) throws IOException {
    if (options.maxBytes() != null) {
      json.writeNumberField("maxBytes", options.maxBytes());
    }
    if (options.maxPages() > 1) {
      json.writeNumberField("maxPages", options.maxPages());
    }
    if (options.reuseUnchanged()) {
      json.writeBooleanField("reuseUnchanged", true);
    }
  }

  private static @Nullable Sharding sharding(JsonFields fields) {
    String transform = ShardCodec.transform(fields);
    var output = ShardCodec.output(fields);
    var timeLimit = ShardCodec.timeLimit(fields);
    if (!fields.has("shards")) {
      return null;
    }
    JsonFields shards = fields.object("shards");
    BodyFormat format = shards.choice("format", BodyFormat.class);
    return new Sharding(
        format,
        shards.name("field", MAX_NAME_LENGTH),
        pointer(shards, format),
        shards.has("maxBadRows") ? shards.share("maxBadRows") : null,
        transform,
        output,
        timeLimit);
  }

  private static RowPointer pointer(JsonFields shards, BodyFormat format) {
    if (!shards.has("pointer")) {
      return RowPointer.ROOT;
    }
    RowPointer pointer;
    try {
      pointer = new RowPointer(shards.text("pointer"));
    } catch (IllegalArgumentException e) {
      throw shards.invalid("pointer", RowPointer.EXPECTED);
    }
    if (format != BodyFormat.JSON && !pointer.equals(RowPointer.ROOT)) {
      throw shards.invalid(
          "pointer", "none for the format " + JsonFields.spelling(format) + ", only json has one");
    }
    return pointer;
  }

  private static void writeRows(JsonGenerator json, Sharding sharding) throws IOException {
    if (!sharding.pointer().equals(RowPointer.ROOT)) {
      json.writeStringField("pointer", sharding.pointer().text());
    }
    if (sharding.maxBadRows() != null) {
      json.writeNumberField("maxBadRows", sharding.maxBadRows());
    }
  }
}
