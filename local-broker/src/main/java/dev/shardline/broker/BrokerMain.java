package dev.shardline.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's own JVM: formats its storage if it is new, then runs Kafka. */
public final class BrokerMain {

  private BrokerMain() {}

  /**
   * Formats and runs.
   *
   * @param args the properties file, then the data directory
   */
  public static void main(String[] args) {
    String properties = args[0];
    if (!Files.exists(Path.of(args[1], "meta.properties"))) {
      // In this JVM rather than in one before it, which halves the time to the first connection.
      int code =
          StorageTool.execute(
              new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", properties},
              System.out);
      if (code != 0) {
        System.exit(code);
      }
    }
    Kafka.main(new String[] {properties});
  }
}
