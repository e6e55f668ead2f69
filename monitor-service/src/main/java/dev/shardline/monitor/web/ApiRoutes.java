package dev.shardline.monitor.web;

import dev.shardline.monitor.feed.SingleRecord;
import dev.shardline.monitor.group.LagWatch;
import dev.shardline.monitor.overview.Overview;
import dev.shardline.monitor.overview.OverviewSource;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;

/**
 * What can be asked for below {@code /api}. Routes of the HTTP server that is there anyway: a
 * framework for resources on top of it would be a good part of the service's memory.
 */
@ApplicationScoped
public class ApiRoutes {

  private final OverviewSource overviews;
  private final Readings readings;
  private final Backlog backlog;
  private final ShownRecord records;

  ApiRoutes(
      OverviewSource overviews, Readings readings, LagWatch watch, SingleRecord singleRecord) {
    this.overviews = overviews;
    this.readings = readings;
    this.backlog = new Backlog(watch);
    this.records = new ShownRecord(singleRecord);
  }

  void add(@Observes Router router) {
    router.route("/api/overview").handler(Endpoint.asking(Endpoint.JSON)).handler(this::overview);
    router.route("/api/stream").handler(Endpoint.asking(Endpoint.EVENTS)).handler(this::stream);
    router
        .route("/api/backlog/:groups")
        .handler(Endpoint.asking(Endpoint.JSON))
        .handler(this::backlog);
    router
        .route("/api/record")
        .handler(Endpoint.asking(Endpoint.JSON))
        // It waits for the brokers, and others need not wait for it.
        .blockingHandler(this::record, false);
  }

  /** What is known now, with the history of lag. */
  private void overview(RoutingContext context) {
    Overview overview = overviews.overview();
    Endpoint.send(context, Answer.ok(json -> OverviewJson.write(json, overview)));
  }

  /** The same as server-sent events after each reading, with the newest points of history alone. */
  private void stream(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, Endpoint.EVENTS)
        .putHeader("X-SSE-Content-Type", Endpoint.JSON);
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
      return;
    }
    response.setChunked(true);
    Listener listener = new Listener(response, context.vertx().getOrCreateContext());
    context.addEndHandler(_ -> readings.end(listener));
    readings.begin(listener);
  }

  private void backlog(RoutingContext context) {
    String groups = Objects.requireNonNull(context.pathParam("groups"), "the path has it");
    Endpoint.send(context, backlog.of(groups));
  }

  private void record(RoutingContext context) {
    var query = context.queryParams();
    Endpoint.send(
        context, records.at(query.get("topic"), query.get("partition"), query.get("offset")));
  }
}
