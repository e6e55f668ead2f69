package dev.shardline.tracing;

/**
 * A piece of work in a trace, from its beginning until {@link #end()}. Thread-safe. Where traces
 * are off it only passes on what came.
 */
public interface TraceSpan {

  /** What records carry that follow from this work. */
  TraceContext context();

  /**
   * Notes something about the work.
   *
   * @param key its name, one of {@link TraceKeys}
   * @param value its text is taken only if somebody will see it; never a secret, and nothing that
   *     may hold one, such as a URI
   * @return this
   */
  TraceSpan with(String key, Object value);

  /** Notes a number. */
  TraceSpan with(String key, long value);

  /**
   * Begins a part of the work, in this process.
   *
   * @param name what is done, the same for all such parts
   */
  TraceSpan step(String name);

  /**
   * Begins the sending of records that follow from the work, as a part of it.
   *
   * @param topic where to
   * @param count how many
   */
  TraceSpan sending(String topic, long count);

  /**
   * The work came to nothing.
   *
   * @param reason its code, of few: the message may hold what a trace must not
   */
  void failed(String reason);

  /** The work is at its end; what is called afterwards has no effect. */
  void end();
}
