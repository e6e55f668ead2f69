package dev.shardline.systemtests.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.systemtests.stack.CommandLineProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Topics and share group as {@code shardline topics} makes them, but for what a plan says. */
final class FleetTopics {

  private FleetTopics() {}

  /**
   * Creates them.
   *
   * @param directory of the command alone
   */
  static void create(Path directory, String bootstrapServers, FleetPlan plan)
      throws InterruptedException {
    try (CommandLineProcess topics =
        CommandLineProcess.start(directory, "topics", "--bootstrap-server", bootstrapServers)) {
      assertThat(topics.awaitExit()).as(topics.err()).isZero();
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      List<AlterConfigOp> group = new ArrayList<>();
      if (plan.lock() != null) {
        group.add(set("share.record.lock.duration.ms", plan.lock().toMillis()));
      }
      if (plan.session() != null) {
        group.add(set("share.session.timeout.ms", plan.session().toMillis()));
      }
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.GROUP, ShareGroup.NAME),
                  group,
                  // A stall is what a reader saw, so answers are dated when they can be read.
                  new ConfigResource(ConfigResource.Type.TOPIC, Topics.SHARD_RESULTS),
                  List.of(set("message.timestamp.type", "LogAppendTime")),
                  new ConfigResource(ConfigResource.Type.TOPIC, Topics.SOURCE_OUTCOMES),
                  List.of(set("message.timestamp.type", "LogAppendTime"))))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AlterConfigOp set(String key, Object value) {
    return new AlterConfigOp(new ConfigEntry(key, value.toString()), AlterConfigOp.OpType.SET);
  }
}
