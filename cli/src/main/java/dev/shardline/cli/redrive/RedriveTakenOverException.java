package dev.shardline.cli.redrive;

/** Another redrive began after this one, and goes on in its place. */
public final class RedriveTakenOverException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RedriveTakenOverException(Throwable cause) {
    super("another redrive has begun on this cluster and goes on in place of this one", cause);
  }
}
