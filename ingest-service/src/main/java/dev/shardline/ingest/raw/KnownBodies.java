package dev.shardline.ingest.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.json.JsonText;
import dev.shardline.contracts.source.RawObject;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.ingest.source.Validators;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectNotFoundException;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.ObjectStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What sources said of the bodies that were kept last, in small objects beside them: by it a source
 * can be asked whether it has changed. What is lost of it costs a fetch, and nothing else.
 * Thread-safe.
 */
public final class KnownBodies {

  private static final System.Logger LOG = System.getLogger(KnownBodies.class.getName());

  private static final int MAX_BYTES = 64 * 1024;

  private final ObjectStore store;

  /** Kept in that store. */
  public KnownBodies(ObjectStore store) {
    this.store = store;
  }

  /**
   * A body that was kept before.
   *
   * @param validators by which its source knows it
   */
  public record Known(Validators validators, StoredBody body) {}

  /** The body that was kept last for a source of the same name, URI and headers; if it is there. */
  public Optional<Known> find(SourceRequest request) {
    try (InputStream in = store.open(key(request))) {
      Known known = read(in.readNBytes(MAX_BYTES), request.id());
      store.open(RawBodies.key(known.body().keptAs())).close();
      return Optional.of(known);
    } catch (ObjectNotFoundException e) {
      return Optional.empty();
    } catch (IOException | ObjectStoreException | InvalidMessageException e) {
      LOG.log(
          Level.WARNING, "%s is fetched anew: %s".formatted(request.id().key(), e.getMessage()));
      return Optional.empty();
    }
  }

  /** The body was kept, and its source said this of it. */
  public void remember(SourceRequest request, Validators validators, RawObject object) {
    if (validators.isEmpty()) {
      return;
    }
    byte[] json = write(request.id(), validators, object);
    if (json.length > MAX_BYTES) {
      return;
    }
    try {
      store.put(key(request), MAX_BYTES, out -> out.write(json));
    } catch (IOException | ObjectStoreException e) {
      LOG.log(
          Level.WARNING,
          "%s will be fetched anew: %s".formatted(request.id().key(), e.getMessage()));
    }
  }

  private static byte[] write(SourceId id, Validators validators, RawObject object) {
    return JsonText.write(json -> {
      json.writeStringField("jobId", id.job().toString());
      json.writeStringField("source", id.source());
      json.writeStringField("objectUri", object.uri().toString());
      json.writeNumberField("bytes", object.bytes());
      json.writeStringField("sha256", object.sha256());
      writeText(json, "etag", validators.etag());
      writeText(json, "lastModified", validators.lastModified());
    });
  }

  private static void writeText(JsonGenerator json, String field, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(field, text);
    }
  }

  private static Known read(byte[] value, SourceId asks) {
    JsonFields fields = JsonText.read(value);
    SourceId id = new SourceId(fields.jobId("jobId"), fields.text("source"));
    // A delivery of this very request may have stored the body and died before it answered.
    boolean ofAnEarlierRequest = !id.equals(asks);
    RawObject object =
        new RawObject(
            fields.uri("objectUri"),
            fields.integer("bytes", 0, Long.MAX_VALUE),
            fields.sha256("sha256"),
            1,
            ofAnEarlierRequest);
    return new Known(
        new Validators(text(fields, "etag"), text(fields, "lastModified")),
        new StoredBody(object, id, List.of()));
  }

  private static @Nullable String text(JsonFields fields, String field) {
    return fields.has(field) ? fields.text(field) : null;
  }

  /** The URI and what is sent with it as a hash: it may hold secrets, and be of any length. */
  private static ObjectKey key(SourceRequest request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(request.uri().toString().getBytes(UTF_8));
      digest.update(new TreeMap<>(request.headers()).toString().getBytes(UTF_8));
      return ObjectKey.of(
          "known", request.id().source(), HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
