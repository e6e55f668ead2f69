package dev.shardline.cli.stack;

import dev.shardline.cli.job.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** The services of a stack, which drain side by side. Thread-safe. */
final class Services implements AutoCloseable {

  private final List<Service> running = new ArrayList<>();
  private boolean closed;

  /**
   * Starts one and owns it from its first moment.
   *
   * @throws CancellationException if the services are being stopped
   */
  synchronized Service start(Supplier<Service> starting) {
    if (closed) {
      throw new CancellationException("the stack is being stopped");
    }
    Service service = starting.get();
    running.add(service);
    return service;
  }

  /** Asks all to end at once, waits, and kills those that do not. */
  @Override
  public void close() throws InterruptedException {
    List<Service> ending;
    synchronized (this) {
      closed = true;
      ending = List.copyOf(running);
    }
    ending.forEach(service -> service.jvm().terminate());
    Deadline deadline = Service.stopDeadline();
    for (Service service : ending) {
      service.awaitExit(deadline);
    }
  }
}
