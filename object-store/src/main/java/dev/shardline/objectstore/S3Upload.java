package dev.shardline.objectstore;

import dev.shardline.objectstore.s3.S3Access;
import dev.shardline.objectstore.s3.S3FailedException;
import dev.shardline.objectstore.s3.S3Problem;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * One object on its way: a single put if it fits into one part, else a multipart upload, which ends
 * with {@link #finish} or is aborted by {@link #close}. Each part carries a CRC-32, which S3
 * compares with what it received. For one thread.
 */
final class S3Upload extends OutputStream {

  private static final System.Logger LOG = System.getLogger(S3Upload.class.getName());

  private static final String OCTETS = "application/octet-stream";

  private final S3Access access;
  private final String bucket;
  private final String name;
  private final ObjectKey key;
  private final PartBuffer buffer;
  private final List<CompletedPart> parts = new ArrayList<>();
  private @Nullable String uploadId;

  S3Upload(S3Access access, S3Settings settings, ObjectKey key) {
    this.access = access;
    this.bucket = settings.bucket();
    this.name = settings.objectName(key);
    this.key = key;
    this.buffer = new PartBuffer((int) settings.partBytes());
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    int taken = 0;
    while (taken < length) {
      // Not as soon as it is full: an object of one part is put in one go.
      if (buffer.isFull()) {
        sendPart();
      }
      taken += buffer.add(source, offset + taken, length - taken);
    }
  }

  /**
   * Makes the object visible.
   *
   * @param sha256 of all its bytes; becomes the object's metadata unless there are several parts:
   *     S3 takes metadata when an upload begins, when nobody knows the hash
   */
  void finish(String sha256) {
    if (uploadId == null) {
      call(s3 ->
          s3.putObject(
              put ->
                  put.bucket(bucket)
                      .key(name)
                      .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                      .metadata(Map.of("sha256", sha256)),
              content()));
      return;
    }
    sendPart();
    String id = uploadId;
    call(s3 ->
        s3.completeMultipartUpload(complete ->
            complete
                .bucket(bucket)
                .key(name)
                .uploadId(id)
                .multipartUpload(upload -> upload.parts(parts))));
    uploadId = null;
  }

  /** Gives up what was begun and not finished. */
  @Override
  public void close() {
    String id = uploadId;
    if (id == null) {
      return;
    }
    uploadId = null;
    // What interrupted the upload must not interrupt its end too.
    boolean interrupted = Thread.interrupted();
    try {
      access.call(
          bucket,
          s3 -> s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(name).uploadId(id)));
    } catch (S3FailedException e) {
      // Without an upload there is nothing left: it was completed, and the answer lost.
      if (e.problem() != S3Problem.NO_OBJECT) {
        LOG.log(
            System.Logger.Level.WARNING,
            "parts of {0} are left in bucket {1} until its lifecycle rules delete them: {2}",
            key,
            bucket,
            e.getMessage());
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void sendPart() {
    if (parts.size() == S3Settings.MAX_PARTS) {
      throw new ObjectStoreException(
          "the object %s needs more than %d parts: a larger part-size is needed"
              .formatted(key, S3Settings.MAX_PARTS),
          null);
    }
    if (uploadId == null) {
      uploadId =
          call(s3 ->
                  s3.createMultipartUpload(create ->
                      create
                          .bucket(bucket)
                          .key(name)
                          .contentType(OCTETS)
                          .checksumAlgorithm(ChecksumAlgorithm.CRC32)))
              .uploadId();
    }
    String id = uploadId;
    int number = parts.size() + 1;
    UploadPartResponse sent =
        call(s3 ->
            s3.uploadPart(
                part ->
                    part.bucket(bucket)
                        .key(name)
                        .uploadId(id)
                        .partNumber(number)
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32),
                content()));
    parts.add(
        CompletedPart.builder()
            .partNumber(number)
            .eTag(sent.eTag())
            .checksumCRC32(sent.checksumCRC32())
            .build());
    buffer.clear();
  }

  /** Read again from its start at each attempt; copied nowhere. */
  private RequestBody content() {
    return RequestBody.fromContentProvider(buffer::content, buffer.size(), OCTETS);
  }

  private <T> T call(S3Access.S3Call<T> call) {
    try {
      return access.call(bucket, call);
    } catch (S3FailedException e) {
      throw new ObjectStoreException(
          "the object %s cannot be stored: %s".formatted(key, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ObjectStoreException("stopped while the object " + key + " was stored", e);
    }
  }
}
