package dev.shardline.systemtests.fleet;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** A topic that takes no record, until this is closed. */
public final class TopicLimit implements AutoCloseable {

  private final String bootstrapServers;
  private final String topic;

  private TopicLimit(String bootstrapServers, String topic) throws InterruptedException {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
    change(AlterConfigOp.OpType.SET);
  }

  /** Lets the topic take nothing more. */
  public static TopicLimit refuseAll(String bootstrapServers, String topic)
      throws InterruptedException {
    return new TopicLimit(bootstrapServers, topic);
  }

  @Override
  public void close() throws InterruptedException {
    change(AlterConfigOp.OpType.DELETE);
  }

  private void change(AlterConfigOp.OpType operation) throws InterruptedException {
    ConfigEntry limit = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, topic),
                  List.of(new AlterConfigOp(limit, operation))))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
