package dev.shardline.ingest.source.http;

import dev.shardline.ingest.source.address.AddressRules;
import dev.shardline.ingest.source.address.Network;
import dev.shardline.ingest.source.address.UriRules;
import dev.shardline.ingest.source.host.HostGates;
import dev.shardline.ingest.source.host.HostLimits;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Fetchers of tests, whose sources are on loopback. */
final class Fetchers {

  private static final HostLimits UNLIMITED =
      new HostLimits(1000, Double.POSITIVE_INFINITY, Duration.ofMinutes(1));

  private Fetchers() {}

  /** One that may ask this machine. */
  static HttpFetcher http(HttpTimeouts timeouts) {
    return new HttpFetcher(timeouts, rules("127.0.0.0/8", "::1"), new HostGates(UNLIMITED));
  }

  /** Rules that allow these networks beside the internet. */
  static HttpRules rules(String... networks) {
    return new HttpRules(
        new UriRules(Set.of("http", "https"), List.of(), List.of()),
        new AddressRules(List.of(networks).stream().map(Network::of).toList()));
  }
}
