package dev.shardline.cli.cluster;

/** The file of client properties cannot be used; the message names the file and what is wrong. */
public final class ClientPropertiesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClientPropertiesException(String message, Throwable cause) {
    super(message, cause);
  }
}
