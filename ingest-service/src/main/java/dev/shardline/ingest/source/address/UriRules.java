package dev.shardline.ingest.source.address;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a URI may name, before anything is looked up or connected to. Immutable. */
public final class UriRules {

  private final Set<String> schemes;
  private final List<String> hosts;
  private final Set<Integer> ports;

  /**
   * Rules.
   *
   * @param schemes which schemes may be used, in lower case
   * @param hosts names, or {@code *.example.com} for all below it; none: every host
   * @param ports none: every port
   */
  public UriRules(Collection<String> schemes, Collection<String> hosts, Collection<Integer> ports) {
    this.schemes = new TreeSet<>(schemes);
    this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    this.ports = new TreeSet<>(ports);
  }

  /**
   * Checks where a request is to be sent.
   *
   * @param scheme in lower case
   * @param host as it will be looked up
   * @param port the scheme's own if the URI has none
   * @param hasCredentials whether the URI carries a user or a password
   * @throws IngestFailedException if that is refused; the message says which setting allows it
   */
  public void check(String scheme, String host, int port, boolean hasCredentials)
      throws IngestFailedException {
    if (hasCredentials) {
      throw new IngestFailedException(
          Reason.CREDENTIALS_IN_URI,
          "uri: expected neither user nor password: requests are kept in a topic that others read;"
              + " name a secret of the service instead, such as headers.Authorization");
    }
    if (!schemes.contains(scheme)) {
      throw new IngestFailedException(
          Reason.UNSUPPORTED_SCHEME,
          "uri: expected one of the schemes %s (ingest.http.allowed-schemes), was %s"
              .formatted(String.join(", ", schemes), scheme));
    }
    if (!hosts.isEmpty() && hosts.stream().noneMatch(pattern -> matches(pattern, host))) {
      throw new IngestFailedException(
          Reason.FORBIDDEN_HOST,
          "uri: the host %s is none of those that may be asked (ingest.http.allowed-hosts)"
              .formatted(host));
    }
    if (!ports.isEmpty() && !ports.contains(port)) {
      throw new IngestFailedException(
          Reason.FORBIDDEN_PORT,
          "uri: port %d is none of those that may be asked (ingest.http.allowed-ports): %s"
              .formatted(port, ports));
    }
  }

  private static boolean matches(String pattern, String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : name.equals(pattern);
  }
}
