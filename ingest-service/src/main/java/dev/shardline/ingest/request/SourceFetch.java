package dev.shardline.ingest.request;

import dev.shardline.contracts.source.RawObject;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.ingest.progress.ProgressMeter;
import dev.shardline.ingest.raw.KnownBodies;
import dev.shardline.ingest.raw.KnownBodies.Known;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.raw.StoredBody;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceReply;
import dev.shardline.ingest.source.SourceTarget;
import dev.shardline.ingest.source.Validators;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Brings a source's body into the store, unless it is there and has not changed. */
final class SourceFetch {

  private final SourceRequest request;
  private final Map<String, String> headers;
  private final SourceFetcher fetcher;
  private final RawBodies bodies;
  private final KnownBodies known;
  private final ProgressMeter meter;

  /**
   * One fetch.
   *
   * @param headers header names and their secret values
   * @param meter tells whoever watches how far it is
   */
  SourceFetch(
      SourceRequest request,
      Map<String, String> headers,
      SourceFetcher fetcher,
      RawBodies bodies,
      KnownBodies known,
      ProgressMeter meter) {
    this.request = request;
    this.headers = Map.copyOf(headers);
    this.fetcher = fetcher;
    this.bodies = bodies;
    this.known = known;
    this.meter = meter;
  }

  /**
   * Fetches; may be called again if it failed.
   *
   * @param attempt which attempt at the request this is, from 1
   * @throws dev.shardline.ingest.outcome.IngestFailedException if it fails
   */
  StoredBody run(int attempt) throws IOException {
    Optional<Known> before =
        request.options().reuseUnchanged() ? known.find(request) : Optional.empty();
    SourceTarget target =
        new SourceTarget(
            request.uri(),
            headers,
            before.map(Known::validators).orElse(Validators.NONE),
            request.options().maxPages());
    fetcher.requireFree(target);
    Replied replied = new Replied();
    try {
      RawObject object =
          bodies.keep(
              request.id(),
              request.options().maxBytes(),
              out ->
                  replied.accept(fetcher.fetch(target, meter.around(out, request.id(), attempt))));
      return stored(object, replied.written());
    } catch (UnchangedException e) {
      return before.orElseThrow().body();
    }
  }

  private StoredBody stored(RawObject object, SourceReply.Written written) {
    known.remember(request, written.validators(), object);
    RawObject paged =
        new RawObject(
            object.uri(),
            object.bytes(),
            object.sha256(),
            Math.max(1, written.pages().size()),
            false);
    return new StoredBody(paged, request.id(), written.pages());
  }

  /** What the source replied, carried out of the store's call. */
  private static final class Replied {

    private SourceReply.Written written = SourceReply.Written.plain();

    void accept(SourceReply reply) throws UnchangedException {
      written =
          switch (reply) {
            case SourceReply.Written body -> body;
            case SourceReply.Unchanged unchanged -> throw new UnchangedException();
          };
    }

    SourceReply.Written written() {
      return written;
    }
  }

  /** Abandons the object that was begun for a body that does not come. */
  private static final class UnchangedException extends IOException {

    private static final long serialVersionUID = 1L;
  }
}
