package dev.shardline.transform.part;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.transform.delivery.ReceivedRecord;

/**
 * One time that a shard is computed in parts. However often its records are delivered, it is the
 * same; a redrive begins another one, and so does another record under the same id, whose number
 * may be another. What is kept of two runs has keys that differ.
 *
 * @param id of the shard
 * @param origin where its own record stood at first
 * @param redrives how often that was brought back from the dead letters
 */
public record PartRun(ShardId id, RecordPosition origin, int redrives) {

  /** The run that a shard's record belongs to, its own or that of a step. */
  public static PartRun of(ReceivedRecord record, ShardId id) {
    Requeued requeued = record.requeued();
    return new PartRun(id, requeued.origin(), requeued.redrives());
  }

  ObjectKey key(String name) {
    // A topic that was deleted and made anew has the same places once more.
    String run = "%s-%d-%d".formatted(origin, origin.timestamp().toEpochMilli(), redrives);
    return ObjectKey.of("parts", id.job().toString(), Integer.toString(id.index()), run, name);
  }
}
