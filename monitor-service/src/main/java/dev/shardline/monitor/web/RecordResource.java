package dev.shardline.monitor.web;

import dev.shardline.contracts.Topics;
import dev.shardline.monitor.feed.SingleRecord;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record, for whoever wants to see what failed. Of answers and dead letters alone. */
@Path("/api/record")
public class RecordResource {

  private static final List<String> TOPICS =
      List.of(
          Topics.SHARD_RESULTS,
          Topics.SOURCE_OUTCOMES,
          Topics.SHARDS_DEAD,
          Topics.SOURCE_REQUESTS_DEAD);

  private final SingleRecord records;

  RecordResource(SingleRecord records) {
    this.records = records;
  }

  /**
   * The record.
   *
   * @return 200 with it; 400: it is not one of those that are shown; 404: it is not there (any
   *     more)
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public Response record(
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("partition") @Nullable Integer partition,
      @QueryParam("offset") @Nullable Long offset) {
    if (topic == null || !TOPICS.contains(topic)) {
      return problem(Response.Status.BAD_REQUEST, "topic must be one of " + TOPICS);
    }
    if (partition == null || partition < 0 || offset == null || offset < 0) {
      return problem(
          Response.Status.BAD_REQUEST, "partition and offset must be integers of 0 or above");
    }
    Optional<SingleRecord.View> found = records.find(topic, partition, offset);
    return found
        .map(view -> Response.ok(view).build())
        .orElseGet(() ->
            problem(
                Response.Status.NOT_FOUND,
                "%s-%d has no record at offset %d (any more)".formatted(topic, partition, offset)));
  }

  private static Response problem(Response.Status status, String error) {
    return Response.status(status).entity(new BacklogResource.Problem(error)).build();
  }
}
