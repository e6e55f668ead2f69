package dev.shardline.ingest;

import dev.shardline.contracts.Topics;
import dev.shardline.ingest.settings.IngestSettings;
import dev.shardline.worker.access.AccessCheck;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Says at the start what the brokers do not allow; it may be granted while the service runs. */
@ApplicationScoped
public class BrokerAccess {

  private static final Logger LOG = Logger.getLogger(BrokerAccess.class);

  private final AccessCheck check;
  private final Map<String, Object> connection;

  BrokerAccess(
      IngestSettings settings, @Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.connection = connection;
    this.check =
        new AccessCheck(
            List.of(Topics.SOURCE_REQUESTS),
            List.of(
                Topics.SOURCE_OUTCOMES,
                Topics.SOURCE_REQUESTS_DEAD,
                Topics.SHARDS,
                Topics.SHARD_RESULTS),
            settings.group());
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().start(this::tell);
  }

  private void tell() {
    try {
      check.problem(connection).ifPresent(problem -> LOG.error("Kafka: " + problem));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
