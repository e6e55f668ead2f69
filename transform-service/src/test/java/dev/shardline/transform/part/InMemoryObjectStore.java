package dev.shardline.transform.part;

import dev.shardline.objectstore.ObjectBody;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectNotFoundException;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.objectstore.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store in memory, which fails when a test says so. Thread-safe. */
public final class InMemoryObjectStore implements ObjectStore {

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();

  /** So many calls fail from now on. */
  public void fail(int calls) {
    failures.set(calls);
  }

  /** The last segments of the keys that there are, in order. */
  public List<String> names() {
    return objects.keySet().stream()
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .sorted()
        .toList();
  }

  /** Replaces every object whose key ends so. */
  public void replace(String name, byte[] bytes) {
    objects.replaceAll((path, old) -> path.endsWith("/" + name) ? bytes : old);
  }

  /** Deletes every object whose key ends so. */
  public void delete(String name) {
    objects.keySet().removeIf(path -> path.endsWith("/" + name));
  }

  @Override
  public StoredObject put(ObjectKey key, long maxBytes, ObjectBody body) throws IOException {
    failIfTold();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    if (bytes.size() > maxBytes) {
      throw new AssertionError(bytes.size() + " bytes, at most " + maxBytes + " were announced");
    }
    objects.put(key.path(), bytes.toByteArray());
    return new StoredObject(URI.create("memory:/" + key.path()), bytes.size(), "0".repeat(64));
  }

  @Override
  public InputStream open(ObjectKey key) {
    failIfTold();
    byte[] bytes = objects.get(key.path());
    if (bytes == null) {
      throw new ObjectNotFoundException(key, null);
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public boolean putIfAbsent(ObjectKey key, byte[] bytes) {
    failIfTold();
    return objects.putIfAbsent(key.path(), bytes) == null;
  }

  @Override
  public boolean exists(ObjectKey key) {
    failIfTold();
    return objects.containsKey(key.path());
  }

  @Override
  public void delete(ObjectKey key) {
    failIfTold();
    objects.remove(key.path());
  }

  private void failIfTold() {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new ObjectStoreException("the disk is full", null);
    }
  }
}
