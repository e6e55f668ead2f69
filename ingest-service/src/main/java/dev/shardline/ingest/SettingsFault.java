package dev.shardline.ingest;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;

/** What is wrong with a setting, among the exceptions that it led to. */
final class SettingsFault {

  private SettingsFault() {}

  /**
   * The message about the setting, on one line; empty if the failure is about something else.
   *
   * <p>Quarkus shows some of them with 40 lines of stack trace, such as those of the worker pools,
   * whose settings it reads before it sees to errors in settings.
   */
  static Optional<String> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && isAboutASetting(cause, message)) {
        return Optional.of(message.strip().replaceAll("\\s*\\R\\s*", " "));
      }
    }
    return Optional.empty();
  }

  private static boolean isAboutASetting(Throwable cause, String message) {
    return cause instanceof ConfigurationException
        || cause instanceof ConfigValidationException
        // The codes of SmallRye Config, which throws plain exceptions of the platform.
        || message.startsWith("SRCFG");
  }
}
