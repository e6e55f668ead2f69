package dev.shardline.worker.stop;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * SIGTERM, the first and the second. Left to itself, a JVM ends at the first with exit code 143,
 * its shutdown hooks running while everything else is taken down, and ignores the second. Here the
 * first asks the service to stop while it is still whole, so that its liveness stays up, and the
 * second ends the process at once.
 *
 * <p>The JDK's interface to signals is that of the module {@code jdk.unsupported}, which JEP 260
 * keeps for want of a replacement. It is called by reflection, because the compiler warns of it and
 * lets nobody say that it is meant.
 */
public final class TermSignal {

  /** What a shell shows of a process that SIGTERM ended: 128 and the signal's number. */
  private static final int ENDED_BY_SIGTERM = 143;

  private TermSignal() {}

  /**
   * Handles SIGTERM from now on.
   *
   * @param stop is run on a thread of its own at the first
   * @throws IllegalStateException if this JVM handles no signals: SIGTERM stays as it was
   */
  public static void handle(Runnable stop) {
    AtomicBoolean stopping = new AtomicBoolean();
    onTerm(() -> {
      if (stopping.getAndSet(true)) {
        // Nothing is lost: what is not acknowledged is delivered again.
        Runtime.getRuntime().halt(ENDED_BY_SIGTERM);
      }
      stop.run();
    });
  }

  private static void onTerm(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              TermSignal.class.getClassLoader(),
              new Class<?>[] {handler},
              (_, _, _) -> {
                action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("SIGTERM cannot be handled", e);
    }
  }
}
