package dev.shardline.ingest.shard;

/** A shard could not be published for good. The request is not to be answered then. */
public final class UnpublishedShardException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnpublishedShardException(Throwable cause) {
    super("a shard could not be published: " + cause.getMessage(), cause);
  }
}
