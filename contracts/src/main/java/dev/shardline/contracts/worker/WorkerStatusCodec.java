package dev.shardline.contracts.worker;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.json.JsonText;
import dev.shardline.contracts.worker.WorkerStatus.Answers;
import dev.shardline.contracts.worker.WorkerStatus.Running;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The JSON of the status of workers. */
public final class WorkerStatusCodec {

  private WorkerStatusCodec() {}

  /** Writes what a worker is at. */
  public static byte[] encode(WorkerStatus status) {
    return JsonText.write(json -> {
      json.writeStringField("worker", status.worker());
      json.writeStringField("service", status.service());
      json.writeStringField("at", status.at().toString());
      json.writeStringField("startedAt", status.startedAt().toString());
      json.writeNumberField("intervalMs", status.interval().toMillis());
      json.writeNumberField("slots", status.slots());
      json.writeNumberField("acquired", status.acquired());
      json.writeBooleanField("draining", status.draining());
      json.writeBooleanField("ended", status.ended());
      json.writeNumberField("done", status.answers().done());
      json.writeNumberField("failed", status.answers().failed());
      json.writeNumberField("cancelled", status.answers().cancelled());
      json.writeArrayFieldStart("running");
      for (Running running : status.running()) {
        write(json, running);
      }
      json.writeEndArray();
    });
  }

  /**
   * Reads what a worker is at.
   *
   * @param value the record's value, null where it has none
   * @throws dev.shardline.contracts.json.InvalidMessageException if it says nothing of the kind
   */
  public static WorkerStatus decode(byte @Nullable [] value) {
    JsonFields fields = JsonText.read(value);
    return new WorkerStatus(
        fields.text("worker"),
        fields.text("service"),
        fields.instant("at"),
        fields.instant("startedAt"),
        Duration.ofMillis(fields.integer("intervalMs", 1, Integer.MAX_VALUE)),
        (int) fields.integer("slots", 1, Integer.MAX_VALUE),
        (int) fields.integer("acquired", 0, Integer.MAX_VALUE),
        fields.flag("draining"),
        fields.flag("ended"),
        new Answers(count(fields, "done"), count(fields, "failed"), count(fields, "cancelled")),
        fields.objects("running", WorkerStatus.MAX_RUNNING).stream()
            .map(WorkerStatusCodec::running)
            .toList());
  }

  private static void write(JsonGenerator json, Running running) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", running.key());
    json.writeStringField("work", running.work());
    json.writeStringField("startedAt", running.startedAt().toString());
    json.writeNumberField("attempt", running.attempt());
    json.writeEndObject();
  }

  private static Running running(JsonFields fields) {
    return new Running(
        fields.text("key"),
        fields.text("work"),
        fields.instant("startedAt"),
        (int) fields.integer("attempt", 1, Integer.MAX_VALUE));
  }

  private static long count(JsonFields fields, String field) {
    return fields.integer(field, 0, Long.MAX_VALUE);
  }
}
