package dev.shardline.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what it is told. The spans' contexts are their names. Thread-safe. */
public final class RecordingTraces implements Traces {

  private final List<Span> spans = new CopyOnWriteArrayList<>();

  /** The spans so far, in the order in which they began. */
  public List<Span> spans() {
    return List.copyOf(spans);
  }

  /** The only span of that name. */
  public Span span(String name) {
    List<Span> named = spans.stream().filter(span -> span.name().equals(name)).toList();
    if (named.size() != 1) {
      throw new AssertionError("expected one span " + name + " among " + spans);
    }
    return named.getFirst();
  }

  /** What a record carries that follows from a span of that name. */
  public static String carried(TraceContext context) {
    byte[] parent = context.value(TraceContext.PARENT);
    return parent == null ? "" : new String(parent, UTF_8);
  }

  @Override
  public TraceSpan sending(String topic, long count) {
    return begin("send " + topic, "").with("count", count);
  }

  @Override
  public TraceSpan processing(String topic, int partition, long offset, TraceContext sent) {
    return begin("process " + topic, carried(sent));
  }

  @Override
  public void close() {}

  private Span begin(String name, String parent) {
    Span span = new Span(this, name, parent);
    spans.add(span);
    return span;
  }

  /** A span, and what was said of it. */
  public static final class Span implements TraceSpan {

    private final RecordingTraces traces;
    private final String name;
    private final String parent;
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private volatile @Nullable String reason;
    private volatile boolean ended;

    private Span(RecordingTraces traces, String name, String parent) {
      this.traces = traces;
      this.name = name;
      this.parent = parent;
    }

    /** What is done. */
    public String name() {
      return name;
    }

    /** What it follows from; empty if from nothing. */
    public String parent() {
      return parent;
    }

    /** What is noted of it. */
    public Map<String, String> attributes() {
      return new TreeMap<>(attributes);
    }

    /** Why it came to nothing; null if it did not. */
    public @Nullable String reason() {
      return reason;
    }

    /** Whether it is at its end. */
    public boolean hasEnded() {
      return ended;
    }

    @Override
    public TraceContext context() {
      return TraceContext.of(
          header -> header.equals(TraceContext.PARENT) ? name.getBytes(UTF_8) : null);
    }

    @Override
    public TraceSpan with(String key, Object value) {
      attributes.put(key, value.toString());
      return this;
    }

    @Override
    public TraceSpan with(String key, long value) {
      attributes.put(key, Long.toString(value));
      return this;
    }

    @Override
    public TraceSpan step(String step) {
      return traces.begin(step, name);
    }

    @Override
    public TraceSpan sending(String topic, long count) {
      return traces.begin("send " + topic, name).with("count", count);
    }

    @Override
    public void failed(String code) {
      reason = code;
    }

    @Override
    public void end() {
      ended = true;
    }

    @Override
    public String toString() {
      return name + attributes;
    }
  }
}
