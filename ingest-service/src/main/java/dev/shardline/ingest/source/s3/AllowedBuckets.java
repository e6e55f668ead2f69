package dev.shardline.ingest.source.s3;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.net.URI;
import java.util.Collection;
import java.util.Set;

/** The buckets whose objects may be read. Thread-safe. */
public final class AllowedBuckets {

  private final Set<String> buckets;

  /**
   * @param buckets their names; none: no object may be read
   */
  public AllowedBuckets(Collection<String> buckets) {
    this.buckets = Set.copyOf(buckets);
  }

  /**
   * The object that a URI names.
   *
   * @throws IngestFailedException if it names none, or one of another bucket
   */
  S3Source resolve(URI uri) throws IngestFailedException {
    String bucket = uri.getRawAuthority();
    String path = uri.getPath();
    if (bucket == null
        || path == null
        || path.length() < 2
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new IngestFailedException(
          Reason.INVALID_FIELD,
          "uri: expected a bucket and a key without query, such as s3://bucket/directory/name");
    }
    if (!buckets.contains(bucket)) {
      throw new IngestFailedException(
          Reason.FORBIDDEN,
          "uri: the bucket is none of those that may be read (ingest.s3.buckets)");
    }
    return new S3Source(bucket, path.substring(1));
  }
}
