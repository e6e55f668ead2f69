package dev.shardline.monitor.web;

import dev.shardline.monitor.overview.Overview;
import dev.shardline.monitor.overview.OverviewSource;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** All that is known, once and live. */
@Path("/api")
public class OverviewResource {

  private final OverviewSource overviews;
  private final Readings readings;

  OverviewResource(OverviewSource overviews, Readings readings) {
    this.overviews = overviews;
    this.readings = readings;
  }

  /** What is known now, with the history of lag. */
  @GET
  @Path("/overview")
  @Produces(MediaType.APPLICATION_JSON)
  @NonBlocking
  public Overview overview() {
    return overviews.overview();
  }

  /** The same as server-sent events after each reading, with the newest points of history alone. */
  @GET
  @Path("/stream")
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  public Multi<Overview> stream() {
    return readings.all();
  }
}
