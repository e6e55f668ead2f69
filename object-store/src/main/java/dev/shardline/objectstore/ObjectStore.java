package dev.shardline.objectstore;

import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps objects by key. Bytes are streamed in both directions, from the first to the last, so that
 * an object needs no memory of its own size. Implementations are thread-safe.
 */
public interface ObjectStore {

  /**
   * Stores what the body writes. The object becomes visible as a whole when this method returns,
   * and is durable by then; it replaces an object of the same key. If this method throws, no part
   * of the new object is kept, and an older object of the key stays as it was.
   *
   * @param key where to keep it
   * @param maxBytes the largest size to accept, in bytes, 0 or above
   * @param body writes the bytes; called once, on the calling thread
   * @return where the object is, its size and its hash
   * @throws ObjectTooLargeException if the body writes more than {@code maxBytes}; it is thrown out
   *     of the write that goes beyond, so that the body stops there
   * @throws ObjectStoreException if the store fails, or if the thread is interrupted, which stays
   *     set; a store behind a network whose answer was lost may have stored the whole object
   * @throws IOException what the body threw, as it came
   */
  StoredObject put(ObjectKey key, long maxBytes, ObjectBody body) throws IOException;

  /**
   * Opens an object for reading. The stream keeps showing the object that was opened, even if it is
   * replaced meanwhile.
   *
   * @return the bytes; the caller closes it
   * @throws ObjectNotFoundException if there is no object of that key
   * @throws ObjectStoreException if the store fails, or if the thread is interrupted, which stays
   *     set
   */
  InputStream open(ObjectKey key);

  /**
   * Stores a small object unless there is one of its key: of any number of callers, in any number
   * of processes, one succeeds.
   *
   * @param bytes the object; not changed meanwhile
   * @return whether it was stored and is durable; if not, the key's object stays as it was. A store
   *     behind a network whose first answer was lost may say no of what it stored itself, so
   *     whoever must know reads the object
   * @throws ObjectStoreException if the store fails, or if the thread is interrupted, which stays
   *     set
   */
  boolean putIfAbsent(ObjectKey key, byte[] bytes);

  /**
   * Whether there is an object of that key.
   *
   * @throws ObjectStoreException if the store fails, or if the thread is interrupted, which stays
   *     set
   */
  boolean exists(ObjectKey key);

  /**
   * Deletes the object of that key, if there is one.
   *
   * @throws ObjectStoreException if the store fails, or if the thread is interrupted, which stays
   *     set
   */
  void delete(ObjectKey key);
}
