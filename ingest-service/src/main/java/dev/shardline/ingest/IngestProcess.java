package dev.shardline.ingest;

import dev.shardline.worker.stop.TermSignal;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** The service from its start to its stop; in no test, which must not handle signals. */
@Singleton
public final class IngestProcess implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(IngestProcess.class);

  private final ServiceStop stop;

  IngestProcess(ServiceStop stop) {
    this.stop = stop;
  }

  /** Returns 0 after SIGTERM, once what was worked on is done with. */
  @Override
  public int run(String... args) {
    try {
      TermSignal.handle(() -> {
        stop.drain();
        Quarkus.asyncExit(0);
      });
    } catch (IllegalStateException e) {
      LOG.warn("A stop by SIGTERM will not be waited for: " + e.getMessage());
    }
    Quarkus.waitForExit();
    return 0;
  }
}
