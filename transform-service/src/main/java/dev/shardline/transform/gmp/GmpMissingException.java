package dev.shardline.transform.gmp;

/** There is no GMP library that this process can use. */
public final class GmpMissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String REMEDY =
      ": install GMP for 64 bits (Debian and Ubuntu: libgmp10, Fedora and Alpine: gmp, macOS: brew"
          + " install gmp), and start the JVM with --enable-native-access=ALL-UNNAMED";

  private final String reason;

  /** For that reason; the message adds what to do about it. */
  public GmpMissingException(String reason) {
    super(reason + REMEDY);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
