package dev.shardline.contracts.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.cancellation.CancellationCodec;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import dev.shardline.contracts.source.SourceProgressCodec;
import dev.shardline.contracts.source.SourceRequestCodec;
import dev.shardline.contracts.worker.WorkerStatusCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of messages, each with its golden files and what its codec makes of a text. */
public enum Message {
  SOURCE_REQUEST("source-request"),
  SOURCE_OUTCOME("source-outcome"),
  SOURCE_PROGRESS("source-progress"),
  WORKER_STATUS("worker-status"),
  SHARD("shard"),
  SHARD_RESULT("shard-result"),
  CANCELLATION("cancellation");

  private final String fileName;

  Message(String fileName) {
    this.fileName = fileName;
  }

  /** Where every message of the tests stands. */
  public static RecordPosition position() {
    return new RecordPosition("shards", 3, 42, Instant.parse("2026-11-23T09:15:00.123Z"));
  }

  /** The name of its schema file and of its folder of golden files. */
  public String fileName() {
    return fileName;
  }

  /** What the codec writes after it has read a text, or nothing if it refuses the text. */
  public Optional<byte[]> rewritten(String json) {
    byte[] bytes = json.getBytes(UTF_8);
    try {
      return switch (this) {
        case SOURCE_REQUEST ->
            valid(SourceRequestCodec.decode(bytes, position())).map(SourceRequestCodec::encode);
        case SOURCE_OUTCOME ->
            Optional.of(SourceOutcomeCodec.encode(SourceOutcomeCodec.decode(bytes)));
        case SOURCE_PROGRESS ->
            Optional.of(SourceProgressCodec.encode(SourceProgressCodec.decode(bytes)));
        case WORKER_STATUS ->
            Optional.of(WorkerStatusCodec.encode(WorkerStatusCodec.decode(bytes)));
        case SHARD -> valid(ShardCodec.decode(bytes, position())).map(ShardCodec::encode);
        case CANCELLATION -> Optional.of(CancellationCodec.encode(CancellationCodec.decode(bytes)));
        case SHARD_RESULT -> Optional.of(ShardResultCodec.encode(ShardResultCodec.decode(bytes)));
      };
    } catch (InvalidMessageException e) {
      return Optional.empty();
    }
  }

  /** The text of a golden file. */
  public String golden(String name) {
    try (InputStream file = Message.class.getResourceAsStream(path() + "/" + name + ".json")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all golden files. */
  public List<String> goldenNames() {
    try (Stream<Path> files =
        Files.list(Path.of(Objects.requireNonNull(Message.class.getResource(path())).toURI()))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private String path() {
    return "/golden/" + fileName;
  }

  private static <I, M> Optional<M> valid(Decoded<I, M> decoded) {
    return switch (decoded) {
      case Decoded.Valid<I, M>(M message) -> Optional.of(message);
      case Decoded.Invalid<I, M> invalid -> Optional.empty();
    };
  }
}
