package dev.shardline.cli.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Ports of loopback. */
final class Ports {

  private static final int CONNECT_MILLIS = 500;

  private Ports() {}

  /** Ports that are free now, all different. */
  static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      // Held together, so that the same one is not given twice.
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new StackException("there is no free port on this machine", e);
    } finally {
      held.forEach(Ports::closeQuietly);
    }
  }

  /** That port if it is free, else one that is. */
  static int preferred(int port) {
    return isTaken(port) ? free(1).getFirst() : port;
  }

  /**
   * Checks that nothing else listens.
   *
   * @throws StackException if something does
   */
  static void requireFree(int port) {
    if (isTaken(port)) {
      throw new StackException(
          "port "
              + port
              + " is in use: stop what listens there, or choose another one with --port");
    }
  }

  private static boolean isTaken(int port) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    // On macOS a listener on all addresses does not keep others from listening on one of them.
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(loopback, port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      // Nobody answers; it may still not be ours to listen on.
    }
    try (ServerSocket socket = new ServerSocket(port, 1, loopback)) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }

  private static void closeQuietly(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new StackException("cannot give back port " + socket.getLocalPort(), e);
    }
  }
}
