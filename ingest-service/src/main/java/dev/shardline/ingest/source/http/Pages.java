package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceReply;
import dev.shardline.ingest.source.Validators;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The pages of one source, written one after the other, each ended by a line feed. */
final class Pages {

  private final int max;
  private final OutputStream body;
  private final Set<HttpUrl> seen = new HashSet<>();
  private final List<Long> sizes = new ArrayList<>();

  /**
   * None yet.
   *
   * @param max how many there may be, 2 or above
   */
  Pages(int max, OutputStream body) {
    this.max = max;
    this.body = body;
  }

  /** Whether none was written yet. */
  boolean isEmpty() {
    return sizes.isEmpty();
  }

  /**
   * A page is about to be asked for.
   *
   * @throws IngestFailedException if it was fetched already
   */
  void begin(HttpTarget page) throws IngestFailedException {
    if (!seen.add(page.url())) {
      throw new IngestFailedException(
          Reason.SOURCE_BROKEN,
          "uri: page %d of %s is one of those before it"
              .formatted(sizes.size() + 1, page.origin()));
    }
  }

  /**
   * A page was written.
   *
   * @return the one that follows; null if it was the last
   * @throws IngestFailedException if there are too many
   */
  @Nullable HttpTarget after(HttpExchange page, long bytes) throws IOException {
    body.write('\n');
    sizes.add(bytes + 1);
    HttpUrl next = NextPage.in(page.headers(), page.target().url());
    if (next == null) {
      return null;
    }
    if (sizes.size() == max) {
      throw new IngestFailedException(
          Reason.TOO_MANY_PAGES,
          "uri: %s has more than the %d pages that the request allows (maxPages)"
              .formatted(page.target().origin(), max));
    }
    return page.target().at(next);
  }

  SourceReply reply() {
    return new SourceReply.Written(Validators.NONE, sizes);
  }
}
