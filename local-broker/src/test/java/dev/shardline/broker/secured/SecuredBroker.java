package dev.shardline.broker.secured;

import dev.shardline.broker.BrokerDistribution;
import dev.shardline.broker.BrokerSettings;
import dev.shardline.broker.LocalBroker;
import dev.shardline.broker.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * A broker with TLS, users with passwords (SCRAM) and an authoriser that allows nothing without a
 * rule, always forked. Set-up goes through a listener of its own on loopback, whose anonymous user
 * is the super user. Thread-safe.
 */
public final class SecuredBroker implements AutoCloseable {

  private static final int ITERATIONS = 4096;

  private final LocalBroker broker;
  private final Path log;
  private final ServerCertificate certificate;
  private final Map<String, Object> setUp;
  private final Admin admin;
  private final Map<String, String> passwords = new ConcurrentHashMap<>();

  private SecuredBroker(
      LocalBroker broker,
      Path log,
      ServerCertificate certificate,
      Map<String, Object> setUp,
      String keyPassword) {
    this.broker = broker;
    this.log = log;
    this.certificate = certificate;
    this.setUp = setUp;
    this.admin = Admin.create(setUp);
    passwords.put("the key store", keyPassword);
  }

  /**
   * Starts it.
   *
   * @param directory of this broker alone
   * @param overrides broker properties beyond those of security
   */
  public static SecuredBroker start(Path directory, Map<String, String> overrides)
      throws InterruptedException {
    String keyPassword = UUID.randomUUID().toString();
    ServerCertificate certificate = ServerCertificate.create(directory, keyPassword);
    int port = LoopbackPorts.free();
    int setUpPort = LoopbackPorts.free();
    int controllerPort = LoopbackPorts.free();
    Map<String, String> properties = new HashMap<>(overrides);
    properties.put(
        "listeners",
        "SASL_SSL://127.0.0.1:%d,SETUP://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(port, setUpPort, controllerPort));
    properties.put(
        "listener.security.protocol.map", "SASL_SSL:SASL_SSL,SETUP:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("inter.broker.listener.name", "SETUP");
    properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    properties.put(
        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    properties.put("ssl.keystore.type", "PKCS12");
    properties.put("ssl.keystore.location", certificate.keyStore().toString());
    properties.put("ssl.keystore.password", keyPassword);
    properties.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    properties.put("super.users", "User:ANONYMOUS");
    properties.put("allow.everyone.if.no.acl.found", "false");
    Path home = Path.of(System.getProperty("shardline.home", ".."));
    LocalBroker broker =
        LocalBroker.start(
            BrokerDistribution.ofBuild(home),
            new BrokerSettings(
                directory,
                port,
                controllerPort,
                properties,
                // What was asked for; with trace also what somebody might have asked for.
                Map.of(AuditedDecision.LOGGER, "debug")));
    return new SecuredBroker(
        broker,
        directory.resolve("broker.log"),
        certificate,
        Map.of("bootstrap.servers", "127.0.0.1:" + setUpPort),
        keyPassword);
  }

  /** Where clients connect that have a user. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** The super user, for set-up alone. */
  public Admin admin() {
    return admin;
  }

  /** What a Kafka client needs to connect as the super user. */
  public Map<String, Object> setUpProperties() {
    return setUp;
  }

  /** Makes a user with a password of its own; what it may do is granted apart. */
  public void createUser(String name) throws InterruptedException, ExecutionException {
    String password = passwords.computeIfAbsent(name, _ -> UUID.randomUUID().toString());
    admin
        .alterUserScramCredentials(
            List.of(
                new UserScramCredentialUpsertion(
                    name,
                    new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                    password)))
        .all()
        .get();
  }

  /** What a Kafka client needs to connect as a user. */
  public Map<String, String> clientProperties(String user) {
    return Map.of(
        "security.protocol", "SASL_SSL",
        "sasl.mechanism", "SCRAM-SHA-512",
        "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, passwords.get(user)),
        "ssl.truststore.type", "PEM",
        "ssl.truststore.location", certificate.trusted().toString());
  }

  /** Everything that nobody may be told. */
  public List<String> secrets() {
    return List.copyOf(passwords.values());
  }

  /** What was allowed and refused so far, in order. */
  public List<AuditedDecision> audit() {
    try (var lines = Files.lines(log)) {
      return lines.flatMap(line -> AuditedDecision.of(line).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
    broker.close();
  }
}
