package dev.shardline.ingest.progress;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.source.SourceProgress;
import dev.shardline.contracts.source.SourceProgressCodec;
import dev.shardline.ingest.settings.IngestSettings;
import dev.shardline.worker.notice.KafkaNotices;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends progress to its topic. */
@Startup // so that no fetch waits until the producer is made
@ApplicationScoped
public class KafkaProgressPublisher implements ProgressPublisher {

  /** One for each of the most workers that may be configured. */
  private static final int MAX_QUEUED = 1000;

  private final @Nullable KafkaNotices notices;

  KafkaProgressPublisher(
      IngestSettings settings, @Identifier("default-kafka-broker") Map<String, Object> connection) {
    notices =
        settings.progress().interval().isZero()
            ? null
            : KafkaNotices.connect(connection, Topics.SOURCE_PROGRESS, MAX_QUEUED);
  }

  @Override
  public void publish(SourceProgress progress) {
    if (notices != null) {
      notices.send(progress.id().key(), () -> SourceProgressCodec.encode(progress));
    }
  }

  @PreDestroy
  void close() {
    if (notices != null) {
      notices.close();
    }
  }
}
