package dev.shardline.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.shardline.monitor.failure.DeadLetterCauses;
import dev.shardline.monitor.failure.RecentFailure;
import dev.shardline.monitor.overview.GroupView;
import dev.shardline.monitor.overview.GroupView.PartitionView;
import dev.shardline.monitor.overview.Overview;
import dev.shardline.monitor.overview.Overview.Flow;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against binding by reflection, which misses no component and knows no order but the records'. */
class OverviewJsonTest {

  private static final JsonMapper BINDING =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(Instant.class, new IsoTime()))
          .build();

  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.006007Z");

  @Test
  void writesEveryComponentThatIsKnown() throws Exception {
    Overview overview =
        new Overview(
            AT,
            2.5,
            true,
            "lag was last read 15 s ago; \"nobody\"\nlistens \u00e9\ud83d\ude00",
            new Overview.Cluster(false, "nobody listens"),
            flow(1L, "why"),
            List.of(
                group("all known", 12L, 0.25, 3, "because"), group("none", null, null, null, null)),
            List.of(
                new Overview.History("all known", List.of(new Overview.HistoryPoint(AT, 4L, 5L))),
                new Overview.History("none", List.of(new Overview.HistoryPoint(AT, null, null)))),
            List.of(
                new Overview.WorkerView(
                    "w",
                    "transform-service",
                    AT,
                    1e-5,
                    true,
                    false,
                    1,
                    2,
                    3,
                    4,
                    5L << 40,
                    List.of(new Overview.RunningView("k", "factorial-sum 9000", AT, 6)))),
            List.of(
                new Overview.JobView("j", AT, AT, "shards", 7L, 8, 9, 10),
                new Overview.JobView("k", AT, AT, "sources", null, 8, 9, 10)),
            List.of(new RecentFailure(AT, "k", "what", "DEADLINE", "<b>", "topic", 1, 1L << 40, 2)),
            List.of(new DeadLetterCauses.Entry("shards-dead", "cause", 3, AT, "message")));

    assertThat(written(overview)).isEqualTo(bound(overview));
  }

  @Test
  void writesWhatIsNotKnownAsNull() throws Exception {
    Overview overview =
        new Overview(
            AT,
            5,
            false,
            null,
            new Overview.Cluster(true, null),
            flow(null, null),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null);

    String json = written(overview);

    assertThat(json).contains("\"workers\":null", "\"staleReason\":null");
    assertThat(json).isEqualTo(bound(overview));
  }

  private static Flow flow(@Nullable Long count, @Nullable String reason) {
    return new Flow(
        step("ingest", count, reason),
        step("transform", plus(count, 10), reason),
        plus(count, 1),
        plus(count, 2),
        plus(count, 3),
        plus(count, 4),
        plus(count, 5),
        reason,
        List.of(new Overview.DeadTopic("t", plus(count, 6), reason)),
        AT);
  }

  private static Overview.Step step(String group, @Nullable Long count, @Nullable String reason) {
    return new Overview.Step(
        group, "of " + group, plus(count, 1), and(reason, 1), plus(count, 2), and(reason, 2));
  }

  /** Each figure is another, so that none stands for another unnoticed. */
  private static GroupView group(
      String name,
      @Nullable Long count,
      @Nullable Double measure,
      @Nullable Integer members,
      @Nullable String reason) {
    return new GroupView(
        name,
        "share",
        and(reason, 1),
        count != null,
        and(reason, 2),
        plus(count, 1),
        plus(count, 2),
        and(reason, 3),
        plus(count, 3),
        plus(measure, 1),
        plus(measure, 2),
        plus(measure, 3),
        and(reason, 4),
        plus(measure, 4),
        plus(measure, 5),
        plus(measure, 6),
        and(reason, 5),
        members,
        and(reason, 6),
        plus(count, 4),
        and(reason, 7),
        List.of(
            new PartitionView(
                "t",
                3,
                plus(count, 5),
                plus(count, 6),
                plus(count, 7),
                plus(count, 8),
                count != null,
                reason,
                measure)));
  }

  private static @Nullable Long plus(@Nullable Long count, long more) {
    return count == null ? null : count + more;
  }

  private static @Nullable Double plus(@Nullable Double measure, long more) {
    return measure == null ? null : measure + more;
  }

  private static @Nullable String and(@Nullable String reason, int number) {
    return reason == null ? null : reason + " " + number;
  }

  private static String bound(Overview overview) throws IOException {
    return new String(BINDING.writeValueAsBytes(overview), UTF_8);
  }

  private static String written(Overview overview) {
    Buffer buffer = Buffer.buffer();
    JsonWriter.append(buffer, json -> OverviewJson.write(json, overview));
    return buffer.toString();
  }

  private static final class IsoTime extends JsonSerializer<Instant> {

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.toString());
    }
  }
}
