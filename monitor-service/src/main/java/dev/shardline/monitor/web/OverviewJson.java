package dev.shardline.monitor.web;

import dev.shardline.monitor.failure.DeadLetterCauses;
import dev.shardline.monitor.failure.RecentFailure;
import dev.shardline.monitor.overview.Overview;

/** The JSON of all that is known: the components of its records by their names, in their order. */
final class OverviewJson {

  private OverviewJson() {}

  static void write(JsonWriter json, Overview overview) {
    json.time("at", overview.at());
    json.number("intervalSeconds", overview.intervalSeconds());
    json.flag("stale", overview.stale());
    json.text("staleReason", overview.staleReason());
    json.object("cluster", overview.cluster(), OverviewJson::cluster);
    json.object("flow", overview.flow(), OverviewJson::flow);
    json.objects("groups", overview.groups(), GroupJson::write);
    json.objects("history", overview.history(), OverviewJson::history);
    json.objects("workers", overview.workers(), OverviewJson::worker);
    json.objects("jobs", overview.jobs(), OverviewJson::job);
    json.objects("failures", overview.failures(), OverviewJson::failure);
    json.objects("deadLettersByCause", overview.deadLettersByCause(), OverviewJson::cause);
  }

  private static void cluster(JsonWriter json, Overview.Cluster cluster) {
    json.flag("reachable", cluster.reachable());
    json.text("reason", cluster.reason());
  }

  private static void flow(JsonWriter json, Overview.Flow flow) {
    json.object("sourceRequests", flow.sourceRequests(), OverviewJson::step);
    json.object("shards", flow.shards(), OverviewJson::step);
    json.count("ingested", flow.ingested());
    json.count("ingestFailed", flow.ingestFailed());
    json.count("done", flow.done());
    json.count("failed", flow.failed());
    json.count("cancelled", flow.cancelled());
    json.text("answersReason", flow.answersReason());
    json.objects("deadLetters", flow.deadLetters(), OverviewJson::deadTopic);
    json.time("since", flow.since());
  }

  private static void step(JsonWriter json, Overview.Step step) {
    json.text("group", step.group());
    json.text("topic", step.topic());
    json.count("lag", step.lag());
    json.text("lagReason", step.lagReason());
    json.count("running", step.running());
    json.text("runningReason", step.runningReason());
  }

  private static void deadTopic(JsonWriter json, Overview.DeadTopic topic) {
    json.text("topic", topic.topic());
    json.count("count", topic.count());
    json.text("reason", topic.reason());
  }

  private static void history(JsonWriter json, Overview.History history) {
    json.text("group", history.group());
    json.objects("points", history.points(), OverviewJson::point);
  }

  private static void point(JsonWriter json, Overview.HistoryPoint point) {
    json.time("at", point.at());
    json.count("lag", point.lag());
    json.count("inFlight", point.inFlight());
  }

  private static void worker(JsonWriter json, Overview.WorkerView worker) {
    json.text("worker", worker.worker());
    json.text("service", worker.service());
    json.time("startedAt", worker.startedAt());
    json.number("lastSeenSecondsAgo", worker.lastSeenSecondsAgo());
    json.flag("gone", worker.gone());
    json.flag("draining", worker.draining());
    json.number("slots", worker.slots());
    json.number("acquired", worker.acquired());
    json.number("done", worker.done());
    json.number("failed", worker.failed());
    json.number("cancelled", worker.cancelled());
    json.objects("running", worker.running(), OverviewJson::running);
  }

  private static void running(JsonWriter json, Overview.RunningView running) {
    json.text("key", running.key());
    json.text("work", running.work());
    json.time("startedAt", running.startedAt());
    json.number("attempt", running.attempt());
  }

  private static void job(JsonWriter json, Overview.JobView job) {
    json.text("job", job.job());
    json.time("submittedAt", job.submittedAt());
    json.time("lastAnswerAt", job.lastAnswerAt());
    json.text("kind", job.kind());
    json.count("total", job.total());
    json.number("done", job.done());
    json.number("failed", job.failed());
    json.number("cancelled", job.cancelled());
  }

  private static void failure(JsonWriter json, RecentFailure failure) {
    json.time("at", failure.at());
    json.text("key", failure.key());
    json.text("what", failure.what());
    json.text("reason", failure.reason());
    json.text("message", failure.message());
    json.text("topic", failure.topic());
    json.number("partition", failure.partition());
    json.number("offset", failure.offset());
    json.number("attempt", failure.attempt());
  }

  private static void cause(JsonWriter json, DeadLetterCauses.Entry entry) {
    json.text("topic", entry.topic());
    json.text("cause", entry.cause());
    json.number("count", entry.count());
    json.time("last", entry.last());
    json.text("lastMessage", entry.lastMessage());
  }
}
