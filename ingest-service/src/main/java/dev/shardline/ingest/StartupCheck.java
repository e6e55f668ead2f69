package dev.shardline.ingest;

import dev.shardline.ingest.settings.IngestSettings;
import dev.shardline.ingest.settings.SettingsCheck;
import dev.shardline.ingest.settings.StoreKind;
import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.tracing.Traces;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;

/** Ends the process before it takes requests that its settings could not serve. */
@ApplicationScoped
public class StartupCheck {

  void check(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
      IngestSettings settings,
      Instance<Traces> traces) {
    try {
      SettingsCheck.check(settings);
      traces.get();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(e.getMessage());
    }
    // S3 may be away for now: the bodies that meet this say so, and are tried again.
    if (settings.objectStore().kind() == StoreKind.FILESYSTEM) {
      checkDirectory(settings);
    }
  }

  private static void checkDirectory(IngestSettings settings) {
    try {
      new FilesystemObjectStore(settings.objectStore().directory());
    } catch (ObjectStoreException e) {
      throw new ConfigurationException(
          "ingest.object-store.directory must be a directory that can be written, was %s: %s"
              .formatted(settings.objectStore().directory(), e.getMessage()));
    }
  }
}
