package dev.shardline.transform.metrics;

import dev.shardline.transform.shard.ShardEnd;
import dev.shardline.transform.shard.ShardEnd.Answered;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.worker.metrics.BoundedNames;
import dev.shardline.worker.metrics.DurationBuckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts in Micrometer's registry, from which metrics are read. */
@ApplicationScoped
@Typed(MicrometerShardMeter.class)
public class MicrometerShardMeter implements ShardMeter {

  /** Of a record that could not be read. */
  static final String NO_TRANSFORM = "none";

  /** All transformations beyond {@link #MAX_TRANSFORMS}. */
  static final String OTHER_TRANSFORMS = "other";

  /** Each has a histogram of its own. */
  static final int MAX_TRANSFORMS = 32;

  /** All reasons beyond {@link #MAX_REASONS}. */
  static final String OTHER_REASONS = "OTHER";

  /** The service has far fewer; the set is open. */
  static final int MAX_REASONS = 64;

  /** All engines beyond {@link #MAX_ENGINES}. */
  static final String OTHER_ENGINES = "other";

  /** The service has two; a team's transformation may have its own. */
  static final int MAX_ENGINES = 16;

  private static final String TRANSFORM = "transform";

  private final MeterRegistry registry;
  private final BoundedNames transforms = new BoundedNames(MAX_TRANSFORMS, OTHER_TRANSFORMS);
  private final BoundedNames reasons = new BoundedNames(MAX_REASONS, OTHER_REASONS);
  private final BoundedNames engines = new BoundedNames(MAX_ENGINES, OTHER_ENGINES);
  private final Map<Answer, Counter> answered = new ConcurrentHashMap<>();
  private final Map<String, Counter> valued = new ConcurrentHashMap<>();
  private final Map<String, Timer> computed = new ConcurrentHashMap<>();
  private final Counter acquired;
  private final Counter givenBack;
  private final Counter moved;
  private final Counter lost;
  private final Counter repeated;
  private final Timer waited;
  private final Timer published;

  MicrometerShardMeter(MeterRegistry registry) {
    this.registry = registry;
    acquired = registry.counter("shardline.shards.acquired");
    givenBack = registry.counter("shardline.shards.given.back");
    moved = registry.counter("shardline.shards.moved");
    lost = registry.counter("shardline.shards.lost");
    repeated = registry.counter("shardline.shards.repeated");
    waited = histogram("shardline.shard.wait").register(registry);
    published = histogram("shardline.shard.publish").register(registry);
  }

  @Override
  public void acquired(int records) {
    acquired.increment(records);
  }

  @Override
  public void begun(Duration queued, int attempt) {
    waited.record(queued);
    if (attempt > 1) {
      repeated.increment();
    }
  }

  @Override
  public void computed(String transform, Duration took) {
    computed.computeIfAbsent(transforms.of(transform), this::computation).record(took);
  }

  @Override
  public void valued(String engine) {
    valued.computeIfAbsent(engines.of(engine), this::values).increment();
  }

  @Override
  public void published(Duration took) {
    published.record(took);
  }

  @Override
  public void ended(ShardEnd end) {
    switch (end) {
      case ShardEnd.Moved _ -> moved.increment();
      case Answered answer -> answered(answer);
    }
  }

  @Override
  public void givenBack() {
    givenBack.increment();
  }

  @Override
  public void lost() {
    lost.increment();
  }

  private void answered(Answered end) {
    String transform = end.transform() == null ? NO_TRANSFORM : transforms.of(end.transform());
    answered.computeIfAbsent(new Answer(end.status(), transform), this::counter).increment();
    if (end.reason() != null) {
      registry.counter("shardline.shards.failures", "reason", reasons.of(end.reason())).increment();
    }
  }

  private Counter counter(Answer answer) {
    return registry.counter(
        "shardline.shards.answered", "status", answer.status.name(), TRANSFORM, answer.transform);
  }

  private Counter values(String engine) {
    return registry.counter("shardline.shards.values", "engine", engine);
  }

  private Timer computation(String transform) {
    return histogram("shardline.shard.compute").tag(TRANSFORM, transform).register(registry);
  }

  private static Timer.Builder histogram(String name) {
    return Timer.builder(name).serviceLevelObjectives(DurationBuckets.bounds());
  }

  private record Answer(ShardEnd.Status status, String transform) {}
}
