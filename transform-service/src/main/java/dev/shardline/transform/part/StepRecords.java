package dev.shardline.transform.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.part.Step;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecord.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a shard's own record to those of its steps, and back. */
public final class StepRecords {

  private static final Set<String> HEADERS = Set.of(Step.STEP, Step.BOUNDS, Step.KEY);

  private StepRecords() {}

  /**
   * The record of a step, with a key of its own, so that the steps of one shard are in different
   * partitions.
   *
   * @param record the shard's own, or that of another step
   */
  public static ReceivedRecord of(Step step, ReceivedRecord record, ShardId id) {
    ReceivedRecord whole = whole(record);
    List<Header> headers = new ArrayList<>(whole.headers());
    step.headers().forEach((name, text) -> headers.add(new Header(name, text.getBytes(UTF_8))));
    if (whole.key() != null) {
      headers.add(new Header(Step.KEY, whole.key()));
    }
    String key = id.key() + "/" + step.keySuffix();
    return new ReceivedRecord(
        record.position(), record.deliveryCount(), key.getBytes(UTF_8), record.value(), headers);
  }

  /** The shard's own record; itself, if it is no step. */
  public static ReceivedRecord whole(ReceivedRecord record) {
    if (record.step().isEmpty()) {
      return record;
    }
    byte @Nullable [] key = null;
    List<Header> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      if (header.name().equals(Step.KEY)) {
        key = header.value();
      }
      if (!HEADERS.contains(header.name())) {
        headers.add(header);
      }
    }
    return new ReceivedRecord(
        record.position(), record.deliveryCount(), key, record.value(), headers);
  }
}
