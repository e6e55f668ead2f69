package dev.shardline.cli.stack;

/** The local stack cannot be started, or cannot go on; the message says what to do next. */
public final class StackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StackException(String message) {
    super(message);
  }

  StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
