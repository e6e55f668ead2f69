package dev.shardline.cli;

import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.contracts.source.FetchOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How sources are to be fetched, as the command line says it. */
final class FetchFlags {

  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      description =
          "The largest body to accept, in bytes. Default: as large as the service allows.")
  private @Nullable Long maxBytes;

  @Option(
      names = "--max-pages",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many pages to follow where a source says that there are more (Link: rel=next);"
              + " further ones fail it. Default: 1, none are looked for.")
  private int maxPages;

  @Option(
      names = "--reuse-unchanged",
      description =
          "Use the body that was fetched before where the source says that it has not changed.")
  private boolean reuseUnchanged;

  FetchOptions options() {
    if (maxBytes != null && maxBytes < 0) {
      throw new InvalidInputException("--max-bytes", "expected 0 or above, was " + maxBytes);
    }
    if (maxPages < 1 || maxPages > FetchOptions.MAX_PAGES) {
      throw new InvalidInputException(
          "--max-pages", "expected 1 to " + FetchOptions.MAX_PAGES + ", was " + maxPages);
    }
    if (reuseUnchanged && maxPages > 1) {
      throw new InvalidInputException(
          "--reuse-unchanged", "expected none with --max-pages: no source tells that of all pages");
    }
    return new FetchOptions(maxBytes, maxPages, reuseUnchanged);
  }
}
