package dev.shardline.broker;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports of loopback for processes that are told theirs before they start.
 *
 * <p>They are taken from below the range of which Linux, macOS and Windows give ports to outgoing
 * connections. A port that the kernel chooses, as for a socket bound to 0, is of that range: until
 * the process listens, any connection of this machine may get it, even one that asks whether the
 * process listens yet, which then answers itself.
 *
 * <p>Between being given and being listened on a port is free for all to see. So that no other JVM
 * that asks here is given it meanwhile, the UDP port of the same number, which nobody uses, is held
 * until this JVM ends.
 *
 * <p>Safe for use by many threads. No port is given twice.
 */
public final class LoopbackPorts {

  /** Above most registered services, below {@code ./shardline up} and Kubernetes' node ports. */
  private static final int FIRST = 20_000;

  private static final int COUNT = 9_000;
  private static final int CONNECT_MILLIS = 500;

  /** Other JVMs begin elsewhere. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private static final Queue<DatagramSocket> RESERVED = new ConcurrentLinkedQueue<>();

  private LoopbackPorts() {}

  /**
   * A port on which nothing listens now.
   *
   * @throws IllegalStateException if there is none
   */
  public static int free() {
    for (int tried = 0; tried < COUNT; tried++) {
      int port = FIRST + NEXT.getAndUpdate(last -> (last + 1) % COUNT);
      if (!isTaken(port) && reserve(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "no port of 127.0.0.1 from %d to %d is free".formatted(FIRST, FIRST + COUNT - 1));
  }

  /**
   * Ports on which nothing listens now, all different.
   *
   * @throws IllegalStateException if there are not as many
   */
  public static List<Integer> free(int count) {
    if (count > COUNT) {
      throw new IllegalStateException("there are no %d ports to give".formatted(count));
    }
    return IntStream.range(0, count).mapToObj(any -> free()).toList();
  }

  /** Whether something listens there, or a process of this user may not. */
  public static boolean isTaken(int port) {
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

  private static boolean reserve(int port) {
    try {
      RESERVED.add(new DatagramSocket(port, InetAddress.getLoopbackAddress()));
      return true;
    } catch (SocketException e) {
      return false;
    }
  }
}
