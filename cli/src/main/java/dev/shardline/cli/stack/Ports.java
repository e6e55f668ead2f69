package dev.shardline.cli.stack;

import dev.shardline.broker.LoopbackPorts;
import java.util.List;

/** Ports of loopback. */
final class Ports {

  private Ports() {}

  /**
   * Ports that are free now, all different.
   *
   * @throws StackException if there are not as many
   */
  static List<Integer> free(int count) {
    try {
      return LoopbackPorts.free(count);
    } catch (IllegalStateException e) {
      throw new StackException("there is no free port on this machine", e);
    }
  }

  /** That port if it is free, else one that is. */
  static int preferred(int port) {
    return LoopbackPorts.isTaken(port) ? free(1).getFirst() : port;
  }

  /**
   * Checks that nothing else listens.
   *
   * @throws StackException if something does
   */
  static void requireFree(int port) {
    if (LoopbackPorts.isTaken(port)) {
      throw new StackException(
          "port "
              + port
              + " is in use: stop what listens there, or choose another one with --port");
    }
  }
}
