package dev.shardline.ingest.source.host;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What is known of hosts. Thread-safe. */
public final class HostGates {

  /** Of hosts that are not asked now, so many are remembered. */
  private static final int REMEMBERED = 1000;

  private final HostLimits limits;
  private final LongSupplier clock;
  private final Map<String, HostGate> gates = new LinkedHashMap<>(16, 0.75f, true);

  /** Gates of hosts that all have these limits. */
  public HostGates(HostLimits limits) {
    this(limits, System::nanoTime);
  }

  HostGates(HostLimits limits, LongSupplier clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Looks whether a request can begin now.
   *
   * @param host name and port
   * @throws SourceBusyException if the host bears none now
   */
  public void requireFree(String host) throws SourceBusyException {
    Duration delay = gate(host).delay();
    if (!delay.isZero()) {
      throw new SourceBusyException(host, delay);
    }
  }

  /**
   * Begins a request.
   *
   * @param host name and port
   * @return to be closed at its end
   * @throws SourceBusyException if the host bears none now
   */
  public HostPermit enter(String host) throws SourceBusyException {
    HostGate gate = gate(host);
    Duration wait = gate.enter();
    if (wait.isZero()) {
      return new HostPermit(gate, clock.getAsLong());
    }
    throw new SourceBusyException(host, wait);
  }

  /**
   * Begins a request, on a thread that can do nothing else meanwhile.
   *
   * @param atMost how long to wait for it
   * @throws SourceBusyException if the host bears none within that time
   * @throws InterruptedIOException if the thread is interrupted, which stays set
   */
  public HostPermit await(String host, Duration atMost)
      throws SourceBusyException, InterruptedIOException {
    HostGate gate = gate(host);
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      Duration wait = gate.enter();
      if (wait.isZero()) {
        return new HostPermit(gate, clock.getAsLong());
      }
      if (System.nanoTime() + wait.toNanos() - deadline > 0) {
        throw new SourceBusyException(host, wait);
      }
      try {
        Thread.sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("stopped while waiting for " + host);
      }
    }
  }

  private HostGate gate(String host) {
    synchronized (gates) {
      HostGate gate = gates.computeIfAbsent(host, absent -> new HostGate(limits, clock));
      var eldest = gates.entrySet().iterator();
      while (gates.size() > REMEMBERED && eldest.hasNext()) {
        HostGate candidate = eldest.next().getValue();
        if (candidate != gate && candidate.isIdle()) {
          eldest.remove();
        }
      }
      return gate;
    }
  }
}
