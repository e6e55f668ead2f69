package dev.shardline.monitor.metrics;

import io.prometheus.client.CollectorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The one registry of what is scraped. Without it each that asks for a registry gets its own: the
 * meters' would be scraped, and not ours.
 */
@ApplicationScoped
class Collectors {

  @Produces
  @Singleton
  CollectorRegistry registry() {
    return new CollectorRegistry(true);
  }
}
