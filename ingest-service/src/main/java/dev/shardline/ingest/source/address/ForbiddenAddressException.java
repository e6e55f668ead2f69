package dev.shardline.ingest.source.address;

import java.io.IOException;
import java.net.InetAddress;

/** An address that the rules refuse was about to be connected to. */
public final class ForbiddenAddressException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Names the address. */
  public ForbiddenAddressException(InetAddress address) {
    super(
        "the address "
            + address.getHostAddress()
            + " is not one of the internet; if it is meant, allow it by ingest.http.allowed-networks");
  }
}
