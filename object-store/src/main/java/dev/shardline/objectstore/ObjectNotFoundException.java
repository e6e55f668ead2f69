package dev.shardline.objectstore;

import org.jspecify.annotations.Nullable;

/** There is no object of the key. */
public final class ObjectNotFoundException extends ObjectStoreException {

  private static final long serialVersionUID = 1L;

  /**
   * @param key the key that was asked for
   * @param cause how the store said so, where it did by an exception
   */
  public ObjectNotFoundException(ObjectKey key, @Nullable Throwable cause) {
    super("there is no object " + key, cause);
  }
}
