package dev.shardline.tracing;

/**
 * Work that nobody is told of.
 *
 * @param context what came with its record
 */
record PassedOnSpan(TraceContext context) implements TraceSpan {

  static final PassedOnSpan OF_NONE = new PassedOnSpan(TraceContext.NONE);

  @Override
  public TraceSpan with(String key, Object value) {
    return this;
  }

  @Override
  public TraceSpan with(String key, long value) {
    return this;
  }

  @Override
  public TraceSpan step(String name) {
    return this;
  }

  @Override
  public TraceSpan sending(String topic, long count) {
    return this;
  }

  @Override
  public void failed(String reason) {}

  @Override
  public void end() {}
}
