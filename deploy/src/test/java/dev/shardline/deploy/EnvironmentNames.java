package dev.shardline.deploy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

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

  /** What is read by others than the service's own settings, and by whom. */
  private static final Map<Pattern, String> OTHERS =
      Map.of(
          Pattern.compile("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS"), "SmallRye Config",
          Pattern.compile("QUARKUS_[A-Z_]+"), "Quarkus",
          Pattern.compile("JAVA_TOOL_OPTIONS"), "the JVM",
          Pattern.compile("AWS_[A-Z_]+"), "the AWS SDK: region and credentials",
          Pattern.compile("OTEL_[A-Z_]+"), "OpenTelemetry");

  private EnvironmentNames() {}

  static boolean readBy(ServiceUnderTest service, String variable) {
    return service.reads(variable)
        || KAFKA.contains(variable)
        || OTHERS.keySet().stream().anyMatch(pattern -> pattern.matcher(variable).matches());
  }
}
