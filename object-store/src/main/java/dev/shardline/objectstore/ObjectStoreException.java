package dev.shardline.objectstore;

import org.jspecify.annotations.Nullable;

/** What was asked for could not be done: the root of the exceptions of {@link ObjectStore}. */
public class ObjectStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with the lower-level one that led to it, where there is one. */
  public ObjectStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
