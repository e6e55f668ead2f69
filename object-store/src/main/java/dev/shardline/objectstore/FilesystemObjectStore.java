package dev.shardline.objectstore;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * Keeps objects as files below one directory, which may be shared by processes and, on a network
 * file system with atomic renames, by machines.
 *
 * <p>An object is written to {@code .incoming}, which no key can name, flushed to the disk and
 * renamed to its place. What a process leaves there that is killed meanwhile is deleted when a
 * store of the directory is opened a day later or more: until then, somebody may be writing to it.
 */
public final class FilesystemObjectStore implements ObjectStore {

  private static final int BUFFER_BYTES = 64 * 1024;

  /** Longer than any body pauses, and than the clocks of two machines differ. */
  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

  private final Path root;
  private final Path incoming;

  /**
   * @param root the directory; created if it does not exist
   * @throws ObjectStoreException if it cannot be created
   */
  public FilesystemObjectStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.incoming = this.root.resolve(".incoming");
    try {
      DurableDirectory.create(incoming);
      LeftFiles.delete(incoming, ABANDONED_AFTER);
    } catch (IOException e) {
      throw new ObjectStoreException("the directory cannot be used: " + e, e);
    }
  }

  @Override
  public StoredObject put(ObjectKey key, long maxBytes, ObjectBody body) throws IOException {
    Path file = file(key);
    Path partial = incoming.resolve(UUID.randomUUID().toString());
    try (FileChannel channel = create(key, partial)) {
      OutputStream buffer =
          new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
      IntakeStream intake = new IntakeStream(buffer, maxBytes);
      body.writeTo(intake);
      intake.throwIfFailed();
      publish(key, buffer, channel, partial, file);
      return new StoredObject(file.toUri(), intake.bytes(), intake.sha256());
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  @Override
  public InputStream open(ObjectKey key) {
    try {
      return Files.newInputStream(file(key));
    } catch (NoSuchFileException e) {
      throw new ObjectNotFoundException(key, e);
    } catch (IOException e) {
      throw new ObjectStoreException("the object " + key + " cannot be opened: " + e, e);
    }
  }

  /** By a hard link, which unlike a rename is refused where there is a file of that name. */
  @Override
  public boolean putIfAbsent(ObjectKey key, byte[] bytes) {
    Path file = file(key);
    Path partial = incoming.resolve(UUID.randomUUID().toString());
    try {
      try (FileChannel channel = create(key, partial)) {
        channel.write(ByteBuffer.wrap(bytes));
        channel.force(true);
        Path directory = Objects.requireNonNull(file.getParent());
        DurableDirectory.create(directory);
        Files.createLink(file, partial);
        DurableDirectory.force(directory);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (UnsupportedOperationException | IOException e) {
      throw new ObjectStoreException(
          "the object %s cannot be stored, for which the file system must know hard links: %s"
              .formatted(key, e),
          e);
    }
  }

  @Override
  public boolean exists(ObjectKey key) {
    Path file = file(key);
    if (Files.exists(file)) {
      return true;
    }
    if (Files.notExists(file)) {
      return false;
    }
    throw new ObjectStoreException("it cannot be seen whether there is an object " + key, null);
  }

  @Override
  public void delete(ObjectKey key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException e) {
      throw new ObjectStoreException("the object " + key + " cannot be deleted: " + e, e);
    }
  }

  private Path file(ObjectKey key) {
    return root.resolve(key.path());
  }

  private static FileChannel create(ObjectKey key, Path partial) {
    try {
      return FileChannel.open(partial, CREATE_NEW, WRITE);
    } catch (IOException e) {
      throw new ObjectStoreException("the object " + key + " cannot be stored: " + e, e);
    }
  }

  private static void publish(
      ObjectKey key, OutputStream buffer, FileChannel channel, Path partial, Path file) {
    try {
      buffer.flush();
      channel.force(true);
      Path directory = Objects.requireNonNull(file.getParent());
      DurableDirectory.create(directory);
      Files.move(partial, file, ATOMIC_MOVE);
      DurableDirectory.force(directory);
    } catch (IOException e) {
      throw new ObjectStoreException("the object " + key + " cannot be stored: " + e, e);
    }
  }
}
