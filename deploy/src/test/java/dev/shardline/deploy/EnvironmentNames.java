package dev.shardline.deploy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * Which variables are of use to a service: those of its settings, and those of what it is made of.
 */
final class EnvironmentNames {

  /** {@code kafka.*}, which every Kafka client of the services takes. */
  private static final Set<String> KAFKA =
      Stream.of(
              ProducerConfig.configNames(),
              ConsumerConfig.configNames(),
              AdminClientConfig.configNames())
          .flatMap(Set::stream)
          .map(name -> "KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT))
          .collect(Collectors.toSet());

  /** What the AWS SDK reads: region, credentials, endpoints. */
  private static final Set<String> AWS =
      Arrays.stream(SdkSystemSetting.values())
          .map(SdkSystemSetting::environmentVariable)
          .collect(Collectors.toSet());

  /** What SmallRye Config and the JVM read. */
  private static final Set<String> OTHERS =
      Set.of("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", "JAVA_TOOL_OPTIONS");

  private EnvironmentNames() {}

  static boolean readBy(ServiceUnderTest service, String variable) {
    return service.reads(variable)
        || KAFKA.contains(variable)
        || AWS.contains(variable)
        || OTHERS.contains(variable);
  }
}
