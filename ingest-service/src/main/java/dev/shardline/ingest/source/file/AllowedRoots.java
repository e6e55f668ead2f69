package dev.shardline.ingest.source.file;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The directories below which files may be read. Thread-safe. */
public final class AllowedRoots {

  private final List<Path> roots;

  /**
   * @param roots directories; none: no file may be read
   */
  public AllowedRoots(List<Path> roots) {
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /**
   * Follows all links of a path.
   *
   * @return the file itself, below a root
   * @throws IngestFailedException if the path or what it links to is outside all roots
   * @throws IOException if the path leads to no file
   */
  Path resolve(Path path) throws IOException {
    Path asked = path.toAbsolutePath().normalize();
    // Before looking at the disk: the answer must not tell which files exist elsewhere.
    if (roots.stream().noneMatch(asked::startsWith)) {
      throw forbidden();
    }
    Path real = asked.toRealPath();
    for (Path root : roots) {
      if (real.startsWith(root.toRealPath())) {
        return real;
      }
    }
    throw forbidden();
  }

  private static IngestFailedException forbidden() {
    return new IngestFailedException(
        Reason.FORBIDDEN,
        "uri: the file is outside the directories that may be read (ingest.file.roots)");
  }
}
