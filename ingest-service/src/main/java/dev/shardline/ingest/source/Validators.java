package dev.shardline.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * What a source says of a body so that it can be asked later whether that has changed (RFC 9110,
 * 8.8). Texts as they came: only their source understands them.
 *
 * @param etag its entity tag, quotes included; null: none
 * @param lastModified when it was last modified; null: not known
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

  /** The source says nothing. */
  public static final Validators NONE = new Validators(null, null);

  /** Whether there is nothing to ask with. */
  public boolean isEmpty() {
    return etag == null && lastModified == null;
  }
}
