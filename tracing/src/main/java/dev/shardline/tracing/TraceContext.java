package dev.shardline.tracing;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The headers by which a record belongs to a trace, as W3C Trace Context and W3C Baggage have them.
 * Immutable; the arrays are not copied and must not be changed.
 */
public final class TraceContext {

  /** The header that names the trace and the span that the record comes from. */
  public static final String PARENT = "traceparent";

  /** The header with what tracing systems add to it. */
  public static final String STATE = "tracestate";

  /** The header with what the applications say along the trace. */
  public static final String BAGGAGE = "baggage";

  /**
   * The longest value that is passed on, in bytes, which W3C Baggage asks for: one request may
   * become a million shards, and each of them carries it.
   */
  public static final int MAX_BYTES = 8192;

  /** Of a record without such headers. */
  public static final TraceContext NONE = new TraceContext(null, null, null);

  private final byte @Nullable [] parent;
  private final byte @Nullable [] state;
  private final byte @Nullable [] baggage;

  private TraceContext(
      byte @Nullable [] parent, byte @Nullable [] state, byte @Nullable [] baggage) {
    this.parent = parent;
    this.state = state;
    this.baggage = baggage;
  }

  /**
   * What a record carries. Nothing is checked but the length: what cannot be understood is passed
   * on too, as whoever sent it may understand it.
   *
   * @param headers gives the value of a header by its name; null if there is none
   */
  public static TraceContext of(Function<String, byte @Nullable []> headers) {
    byte[] parent = bounded(headers.apply(PARENT));
    byte[] state = bounded(headers.apply(STATE));
    byte[] baggage = bounded(headers.apply(BAGGAGE));
    return parent == null && state == null && baggage == null
        ? NONE
        : new TraceContext(parent, state, baggage);
  }

  /** Whether there is nothing to carry. */
  public boolean isEmpty() {
    return parent == null && state == null && baggage == null;
  }

  /** Adds what there is to a record's headers, by name and value. */
  public void addTo(BiConsumer<String, byte[]> headers) {
    if (parent != null) {
      headers.accept(PARENT, parent);
    }
    if (state != null) {
      headers.accept(STATE, state);
    }
    if (baggage != null) {
      headers.accept(BAGGAGE, baggage);
    }
  }

  /** The value of one of the headers; null if it is not there. */
  byte @Nullable [] value(String name) {
    return switch (name) {
      case PARENT -> parent;
      case STATE -> state;
      case BAGGAGE -> baggage;
      default -> null;
    };
  }

  private static byte @Nullable [] bounded(byte @Nullable [] value) {
    return value == null || value.length > MAX_BYTES ? null : value;
  }
}
