package dev.shardline.systemtests.fleet;

import dev.shardline.contracts.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.common.TopicPartition;

/** The transform services' share group, as brokers see it. */
public final class ShareGroup {

  /** Its name. */
  public static final String NAME = "shardline-transform";

  private ShareGroup() {}

  /** Offsets of the shards' first partition below this are acknowledged; 0 if that is not known. */
  public static long startOffset(Admin admin) throws InterruptedException {
    try {
      var offsets =
          admin
              .listShareGroupOffsets(Map.of(NAME, new ListShareGroupOffsetsSpec()))
              .partitionsToOffsetInfo(NAME)
              .get()
              .get(new TopicPartition(Topics.SHARDS, 0));
      return offsets == null ? 0 : offsets.startOffset();
    } catch (ExecutionException e) {
      return 0;
    }
  }

  /** Whether nothing waits and nothing is locked: every shard is acknowledged. */
  public static boolean isEmpty(Admin admin) throws InterruptedException {
    try {
      return admin
          .listShareGroupOffsets(Map.of(NAME, new ListShareGroupOffsetsSpec()))
          .partitionsToOffsetInfo(NAME)
          .get()
          .values()
          .stream()
          .allMatch(offsets -> offsets != null && offsets.lag().orElse(-1L) == 0);
    } catch (ExecutionException e) {
      // Brokers that just came back do not know yet; whoever waits asks again.
      return false;
    }
  }
}
