package dev.shardline.transform.requeue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.KafkaCluster;
import dev.shardline.transform.delivery.ClassicConsumers;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.Records;
import dev.shardline.transform.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The topic of waiting records is shared with other tests, whose records are passed over. */
@Timeout(180)
class PostponedShardsTest {

  private final KafkaCluster cluster = new KafkaCluster();
  private final Map<String, Object> connection =
      Map.of("bootstrap.servers", cluster.bootstrapServers());
  private final String target = "requeued-" + UUID.randomUUID();
  private final String group = "group-of-" + target;
  private final Outbox outbox = Outbox.connect(connection);
  private final Requeuer requeuer = new KafkaRequeuer(outbox);
  private final List<PostponedShards> opened = new ArrayList<>();

  @BeforeEach
  void prepare() throws InterruptedException {
    cluster.createTopics();
    cluster.createTopic(target, Map.of());
  }

  @AfterEach
  void close() {
    opened.forEach(PostponedShards::close);
    outbox.close();
  }

  @Test
  void putsARecordBackAsItWasWhenItIsDue() throws Exception {
    Requeued as = new Requeued(Records.ORIGIN, 1, 0, 0);
    open(record -> false);

    postpone("due", as, Instant.now().plusMillis(300));

    ReceivedRecord back = back("due");
    assertThat(back.requeued()).isEqualTo(as);
    assertThat(back.key()).isEqualTo("a-key".getBytes(UTF_8));
    assertThat(back.headers())
        .extracting(ReceivedRecord.Header::name)
        .contains("trace")
        .doesNotContain(Requeued.NOT_BEFORE);
  }

  @Test
  void holdsUpNobodyWithARecordThatIsDueMuchLater() throws Exception {
    open(record -> false);
    postpone("late", new Requeued(Records.ORIGIN, 1, 0, 0), Instant.now().plusSeconds(3600));

    postpone("soon", new Requeued(Records.ORIGIN, 1, 0, 0), Instant.now());

    assertThat(back("soon")).isNotNull();
  }

  @Test
  void losesNothingThatWaitsWhenAnotherWorkerTakesOver() throws Exception {
    PostponedShards first = open(record -> false);
    postpone("taken over", new Requeued(Records.ORIGIN, 1, 0, 0), Instant.now().plusSeconds(4));
    postpone("before", new Requeued(Records.ORIGIN, 1, 0, 0), Instant.now());
    back("before");

    first.close();
    open(record -> false);

    assertThat(back("taken over")).isNotNull();
  }

  @Test
  void doesNotLetWaitWhatWillNotBeComputed() throws Exception {
    postpone("cancelled", new Requeued(Records.ORIGIN, 1, 0, 0), Instant.now().plusSeconds(3600));

    open(record -> true);

    assertThat(back("cancelled")).isNotNull();
  }

  private PostponedShards open(Predicate<ReceivedRecord> cancelled) {
    PostponedShards shards =
        new PostponedShards(
            () -> new ClassicConsumers(connection).inGroup(group),
            group,
            outbox,
            target,
            cancelled,
            InstantSource.system());
    opened.add(shards);
    return shards;
  }

  private void postpone(String value, Requeued as, Instant due) throws Exception {
    ReceivedRecord record =
        Records.of(1, value, List.of(new ReceivedRecord.Header("trace", "abc".getBytes(UTF_8))));
    requeuer.postpone(record, as, due).get(30, TimeUnit.SECONDS);
  }

  private ReceivedRecord back(String value) {
    return cluster
        .read(
            target,
            record -> new String(record.value(), UTF_8).equals(value) ? Records.of(record) : null,
            1)
        .getFirst();
  }
}
