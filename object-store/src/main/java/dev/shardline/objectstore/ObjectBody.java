package dev.shardline.objectstore;

import java.io.IOException;
import java.io.OutputStream;

/** Gives an object's bytes. */
@FunctionalInterface
public interface ObjectBody {

  /**
   * Writes all bytes, then returns; throwing instead abandons the object.
   *
   * @param out takes the bytes, and throws {@link ObjectStoreException} when the store fails, so
   *     that an {@link IOException} can only be the body's own; need not be closed
   * @throws IOException if the bytes cannot be given
   */
  void writeTo(OutputStream out) throws IOException;
}
