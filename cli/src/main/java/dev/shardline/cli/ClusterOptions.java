package dev.shardline.cli;

import dev.shardline.cli.cluster.ClusterSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that talks to a cluster. */
public final class ClusterOptions {

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT[,...]",
      defaultValue = "${env:SHARDLINE_BOOTSTRAP_SERVER:-localhost:9092}",
      description =
          "A broker of the cluster. Default: SHARDLINE_BOOTSTRAP_SERVER, else localhost:9092.")
  private String bootstrapServer = ClusterSettings.DEFAULT_BOOTSTRAP_SERVER;

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description = "Properties for the Kafka clients, such as those of TLS and SASL.")
  private @Nullable Path commandConfig;

  /**
   * What was given.
   *
   * @throws dev.shardline.cli.cluster.ClientPropertiesException if the file cannot be read
   */
  public ClusterSettings settings() {
    return commandConfig == null
        ? ClusterSettings.of(bootstrapServer)
        : ClusterSettings.of(bootstrapServer, commandConfig);
  }
}
