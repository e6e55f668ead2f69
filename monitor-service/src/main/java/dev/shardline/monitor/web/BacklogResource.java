package dev.shardline.monitor.web;

import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.WatchedGroup;
import dev.shardline.monitor.group.LagWatch;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The figure to scale on: records that are not processed, those in flight included, so that it does
 * not fall because workers are busy. An autoscaler must not take unknown for zero, so that is an
 * error.
 */
@Path("/api/backlog")
public class BacklogResource {

  private final LagWatch watch;

  BacklogResource(LagWatch watch) {
    this.watch = watch;
  }

  /** The figure. */
  public record Backlog(List<String> groups, long backlog) {}

  /** Why there is none. */
  public record Problem(String error) {}

  /**
   * The backlog of a group, or the sum of several.
   *
   * @param names group ids, separated by commas
   * @return 200 with the figure; 404: a group is not watched; 503: a group's lag is unknown
   */
  @GET
  @Path("/{groups}")
  @Produces(MediaType.APPLICATION_JSON)
  @NonBlocking
  public Response backlog(@PathParam("groups") String names) {
    LagWatch.Standing standing = watch.standing();
    List<String> watched = watch.groups().stream().map(WatchedGroup::name).toList();
    List<String> groups = List.of(names.split(",", -1));
    long sum = 0;
    for (String group : groups) {
      if (!watched.contains(group)) {
        return problem(
            Response.Status.NOT_FOUND,
            "group %s is not watched; set monitor.groups.%s".formatted(group, group));
      }
      Fact<Long> lag =
          standing
              .group(group)
              .map(GroupLag::lag)
              .orElse(Fact.unknown(standing.stale().orElse("not read")));
      switch (lag) {
        case Fact.Known<Long>(Long count) -> sum += count;
        case Fact.Unknown<Long>(String reason) -> {
          return problem(Response.Status.SERVICE_UNAVAILABLE, group + ": " + reason);
        }
      }
    }
    return Response.ok(new Backlog(groups, sum)).build();
  }

  private static Response problem(Response.Status status, String error) {
    return Response.status(status).entity(new Problem(error)).build();
  }
}
