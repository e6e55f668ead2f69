package dev.shardline.ingest.source.file;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceReply;
import dev.shardline.ingest.source.SourceTarget;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Reads files below the allowed roots. */
public final class FileFetcher implements SourceFetcher {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final AllowedRoots roots;

  /**
   * @param roots where files may be read
   */
  public FileFetcher(AllowedRoots roots) {
    this.roots = roots;
  }

  @Override
  public SourceReply fetch(SourceTarget target, OutputStream body) throws IOException {
    try (InputStream file = open(target.uri())) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = read(file, buffer); count >= 0; count = read(file, buffer)) {
        body.write(buffer, 0, count);
      }
      return SourceReply.Written.plain();
    }
  }

  /** Reads apart from writing: what the body throws is not the file's failure. */
  private static int read(InputStream file, byte[] buffer) throws IOException {
    // A stream of a file takes no notice of interrupts.
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("stopped while reading");
    }
    try {
      return file.read(buffer);
    } catch (IOException e) {
      // It was open: what fails now is the disk or the network behind it.
      throw IngestFailedException.passing(
          Reason.FILE_UNREADABLE, "uri: the file could not be read to its end", e);
    }
  }

  private InputStream open(URI uri) throws IOException {
    try {
      Path file = roots.resolve(path(uri));
      // A named pipe would block for as long as nobody writes to it.
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new IngestFailedException(Reason.FILE_UNREADABLE, "uri: expected a regular file");
      }
      // What was checked is what is read, even if the file was replaced by a link since.
      return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    } catch (IngestFailedException e) {
      throw e;
    } catch (FileSystemException e) {
      throw new IngestFailedException(
          Reason.FILE_UNREADABLE, "uri: the file does not exist or cannot be read", e);
    } catch (IOException e) {
      throw IngestFailedException.passing(
          Reason.FILE_UNREADABLE, "uri: the file could not be opened", e);
    }
  }

  private static Path path(URI uri) throws IngestFailedException {
    try {
      return Path.of(uri);
    } catch (IllegalArgumentException e) {
      throw new IngestFailedException(
          Reason.INVALID_FIELD,
          "uri: expected the absolute path of a file without host and query, such as"
              + " file:///directory/name",
          e);
    }
  }
}
