package dev.shardline.ingest.source.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: those of the internet, and blocks that are allowed beside.
 * Refused by default is what the registries of special-purpose addresses (RFC 6890, IANA) do not
 * call globally reachable, which includes loopback, private networks and the link-local address of
 * cloud metadata, and the metadata addresses of clouds outside it. An IPv6 address that carries an
 * IPv4 one is judged by that too, as a gateway would deliver there. Immutable.
 */
public final class AddressRules {

  private static final List<Network> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              // What Azure's virtual machines ask, in the middle of the internet.
              "168.63.129.16",
              "::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(Network::of)
          .toList();

  private static final Network NAT64 = Network.of("64:ff9b::/96");
  private static final Network SIX_TO_FOUR = Network.of("2002::/16");

  private final List<Network> allowed;

  /**
   * Rules.
   *
   * @param allowed what may be connected to beside the internet
   */
  public AddressRules(List<Network> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** Whether an address may be connected to. */
  public boolean allow(InetAddress address) {
    if (isIn(allowed, address)) {
      return true;
    }
    return !isIn(SPECIAL, address)
        && carried(address)
            .map(inner -> isIn(allowed, inner) || !isIn(SPECIAL, inner))
            .orElse(true);
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /** Mapped addresses ({@code ::ffff:10.0.0.1}) are IPv4 ones to Java already. */
  private static Optional<InetAddress> carried(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return Optional.empty();
    }
    byte[] bytes = address.getAddress();
    if (NAT64.contains(address)) {
      return Optional.of(ofBytes(Arrays.copyOfRange(bytes, 12, 16)));
    }
    return SIX_TO_FOUR.contains(address)
        ? Optional.of(ofBytes(Arrays.copyOfRange(bytes, 2, 6)))
        : Optional.empty();
  }

  private static InetAddress ofBytes(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
