package dev.shardline.ingest.request;

import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceReply;
import dev.shardline.ingest.source.SourceTarget;
import java.io.IOException;
import java.io.OutputStream;

/** A source of a test, which writes a body or fails. */
@FunctionalInterface
interface StubSource {

  /** Writes the body. */
  void write(SourceTarget target, OutputStream body) throws IOException;

  /** The source as the service sees it. */
  default SourceFetcher fetcher() {
    return (target, body) -> {
      write(target, body);
      return SourceReply.Written.plain();
    };
  }
}
