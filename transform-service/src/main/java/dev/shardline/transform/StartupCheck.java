package dev.shardline.transform;

import dev.shardline.tracing.Traces;
import dev.shardline.transform.computation.Transformations;
import dev.shardline.transform.settings.SettingsCheck;
import dev.shardline.transform.settings.TransformSettings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.util.ServiceConfigurationError;

/** Ends the process before it takes shards that its settings could not serve. */
@ApplicationScoped
public class StartupCheck {

  /** Quarkus ends with the message alone, without a stack trace, at a ConfigurationException. */
  void check(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
      TransformSettings settings,
      Instance<Transformations> transformations,
      Instance<Traces> traces) {
    try {
      SettingsCheck.check(settings);
      transformations.get();
      traces.get();
    } catch (IllegalArgumentException | ServiceConfigurationError e) {
      throw new ConfigurationException(e.getMessage());
    }
  }
}
