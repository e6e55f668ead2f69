package dev.shardline.transform.shard;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was counted, each as a line. Thread-safe. */
public final class RecordingMeter implements ShardMeter {

  private final List<String> counted = new CopyOnWriteArrayList<>();

  /** The lines, in order. */
  public List<String> counted() {
    return List.copyOf(counted);
  }

  @Override
  public void acquired(int records) {
    counted.add("acquired " + records);
  }

  @Override
  public void begun(Duration waited, int attempt) {
    counted.add("begun " + waited + " " + attempt);
  }

  @Override
  public void computed(String transform, Duration took) {
    counted.add("computed " + transform);
  }

  @Override
  public void valued(String engine) {
    counted.add("valued " + engine);
  }

  @Override
  public void published(Duration took) {
    counted.add("published");
  }

  @Override
  public void ended(ShardEnd end) {
    counted.add(end.toString());
  }

  @Override
  public void givenBack() {
    counted.add("given back");
  }

  @Override
  public void lost() {
    counted.add("lost");
  }
}
