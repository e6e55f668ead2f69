package dev.shardline.objectstore;

import dev.shardline.objectstore.s3.S3Access;
import dev.shardline.objectstore.s3.S3FailedException;
import dev.shardline.objectstore.s3.S3Patience;
import dev.shardline.objectstore.s3.S3Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Keeps objects in a bucket of S3, or of another server that speaks its API. It connects when it is
 * first used.
 *
 * <p>Of two puts of one key at the same time, the one that ends last wins, as a whole: S3 makes an
 * object visible by one request, and shows no mixture. Puts are not conditional on what is there
 * ({@code If-None-Match}): an attempt that comes after another has been asked to replace what that
 * one left, which may be of an older body of its source, and whose writer may have died before it
 * told anybody the hash. A reader compares the hash that it was told. {@link #putIfAbsent} is
 * conditional; servers that ignore {@code If-None-Match} replace what is there.
 *
 * <p>An object of one part is kept with metadata {@code sha256}. Where the answer to a put's last
 * request is lost, the put fails, and the object may have been replaced all the same.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {

  /** The last is what a part of 8 MiB needs at 14 kB/s, and one of 1 GiB at 1.8 MB/s. */
  private static final S3Patience PATIENCE =
      new S3Patience(
          Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(10), /* attempts= */ 3);

  private final S3Settings settings;
  private final S3Access access;

  /** A store, which sends nothing before it is asked to. */
  public S3ObjectStore(S3Settings settings) {
    this(settings, PATIENCE);
  }

  S3ObjectStore(S3Settings settings, S3Patience patience) {
    this.settings = settings;
    this.access = new S3Access(settings.connection(), patience);
  }

  @Override
  public StoredObject put(ObjectKey key, long maxBytes, ObjectBody body) throws IOException {
    try (S3Upload upload = new S3Upload(access, settings, key)) {
      IntakeStream intake = new IntakeStream(upload, maxBytes);
      body.writeTo(intake);
      intake.throwIfFailed();
      String sha256 = intake.sha256();
      upload.finish(sha256);
      return new StoredObject(uri(key), intake.bytes(), sha256);
    }
  }

  @Override
  public InputStream open(ObjectKey key) {
    GetObjectRequest request =
        GetObjectRequest.builder().bucket(settings.bucket()).key(settings.objectName(key)).build();
    try {
      return access.open(request);
    } catch (S3FailedException e) {
      throw e.problem() == S3Problem.NO_OBJECT
          ? new ObjectNotFoundException(key, e)
          : new ObjectStoreException(
              "the object %s cannot be opened: %s".formatted(key, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ObjectStoreException("stopped while the object " + key + " was opened", e);
    }
  }

  @Override
  public boolean putIfAbsent(ObjectKey key, byte[] bytes) {
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(settings.bucket())
            .key(settings.objectName(key))
            .checksumAlgorithm(ChecksumAlgorithm.CRC32)
            .ifNoneMatch("*")
            .build();
    try {
      call(key, "stored", s3 -> s3.putObject(request, RequestBody.fromBytes(bytes)));
      return true;
    } catch (ObjectStoreException e) {
      if (problem(e) == S3Problem.EXISTS) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public boolean exists(ObjectKey key) {
    String name = settings.objectName(key);
    try {
      call(
          key, "looked for", s3 -> s3.headObject(head -> head.bucket(settings.bucket()).key(name)));
      return true;
    } catch (ObjectStoreException e) {
      if (problem(e) == S3Problem.NO_OBJECT) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void delete(ObjectKey key) {
    String name = settings.objectName(key);
    call(key, "deleted", s3 -> s3.deleteObject(gone -> gone.bucket(settings.bucket()).key(name)));
  }

  /** Frees its connections; it opens others if it is used again. */
  @Override
  public void close() {
    access.close();
  }

  private <T> T call(ObjectKey key, String done, S3Access.S3Call<T> call) {
    try {
      return access.call(settings.bucket(), call);
    } catch (S3FailedException e) {
      throw new ObjectStoreException(
          "the object %s cannot be %s: %s".formatted(key, done, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ObjectStoreException("stopped while the object " + key + " was " + done, e);
    }
  }

  private static @Nullable S3Problem problem(ObjectStoreException e) {
    return e.getCause() instanceof S3FailedException failed ? failed.problem() : null;
  }

  private URI uri(ObjectKey key) {
    try {
      return new URI("s3", settings.bucket(), "/" + settings.objectName(key), null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("bucket and key are of characters that a URI may have", e);
    }
  }
}
