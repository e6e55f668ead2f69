package dev.shardline.ingest;

import dev.shardline.worker.start.HeadStart;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The service's process. */
@QuarkusMain
public final class IngestMain {

  private IngestMain() {}

  /** Runs until the process is told to stop. */
  public static void main(String... args) {
    HeadStart.begin();
    Quarkus.run(IngestProcess.class, IngestMain::exit, args);
  }

  private static void exit(Integer code, @Nullable Throwable failure) {
    if (failure != null) {
      SettingsFault.in(failure)
          .ifPresentOrElse(
              System.err::println,
              () -> Logger.getLogger(IngestMain.class).error("cannot run", failure));
    }
    System.exit(code);
  }
}
