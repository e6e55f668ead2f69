package dev.shardline.monitor;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The service's process. */
@QuarkusMain
public final class MonitorMain {

  private MonitorMain() {}

  /** Runs until the process is told to stop. */
  public static void main(String... args) {
    Quarkus.run(null, MonitorMain::exit, args);
  }

  private static void exit(Integer code, @Nullable Throwable failure) {
    if (failure != null) {
      report(failure);
    }
    System.exit(code);
  }

  /** What is wrong with a setting is told in one line; anything else with its stack trace. */
  private static void report(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null
          && (cause instanceof ConfigurationException
              || cause instanceof ConfigValidationException
              || message.startsWith("SRCFG"))) {
        System.err.println(message.strip().replaceAll("\\s*\\R\\s*", " "));
        return;
      }
    }
    Logger.getLogger(MonitorMain.class).error("cannot run", failure);
  }
}
