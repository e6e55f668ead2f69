package dev.shardline.transform.delivery;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.part.Step;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.tracing.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of the shards topic as it was delivered. The arrays are not copied and must not be
 * changed.
 *
 * @param position where it stands
 * @param deliveryCount how often it was acquired, this time included; from 1
 * @param key its key
 * @param value its value; null for a record without one
 * @param headers its headers, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: a record is known by its position
public record ReceivedRecord(
    RecordPosition position,
    int deliveryCount,
    byte @Nullable [] key,
    byte @Nullable [] value,
    List<Header> headers) {

  public ReceivedRecord {
    headers = List.copyOf(headers);
  }

  /** What its headers say of where it stood before, if it was put on its topic once more. */
  public Requeued requeued() {
    if (headers.isEmpty()) {
      return new Requeued(position, 0, 0, 0);
    }
    return Requeued.of(texts()).orElseGet(() -> new Requeued(position, 0, 0, 0));
  }

  /** Which step of a shard in parts it is; empty if it is a shard's own record. */
  public Optional<Step> step() {
    return headers.isEmpty() ? Optional.empty() : Step.of(texts());
  }

  /** What it carries of the trace that it belongs to. */
  public TraceContext trace() {
    return headers.isEmpty() ? TraceContext.NONE : TraceContext.of(this::lastHeader);
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    for (Header header : headers) {
      byte[] text = header.value();
      if (text != null) {
        texts.put(header.name(), new String(text, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private byte @Nullable [] lastHeader(String name) {
    for (Header header : headers.reversed()) {
      if (header.name().equals(name)) {
        return header.value();
      }
    }
    return null;
  }

  /**
   * One header.
   *
   * @param name its name, which need not be unique
   * @param value its value
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Header(String name, byte @Nullable [] value) {}
}
