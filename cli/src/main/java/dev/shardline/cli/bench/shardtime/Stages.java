package dev.shardline.cli.bench.shardtime;

/**
 * Where the time of a shard went, on average.
 *
 * @param waited on its topic and in the worker, until its computation begins, milliseconds
 * @param compute its computation, milliseconds
 * @param publish from the sending of its result to its being durable, milliseconds
 * @param elapsed what the job took divided by its shards, milliseconds: with one at a time the
 *     round trip of each, with a backlog what each adds
 */
record Stages(double waited, double compute, double publish, double elapsed) {

  private static final String WAIT = "shardline_shard_wait_seconds";
  private static final String COMPUTE = "shardline_shard_compute_seconds";
  private static final String PUBLISH = "shardline_shard_publish_seconds";

  /** Of what a service counted between two moments. */
  static Stages between(MetricsPage before, MetricsPage after, double elapsedMillis) {
    return new Stages(
        mean(WAIT, before, after),
        mean(COMPUTE, before, after),
        mean(PUBLISH, before, after),
        elapsedMillis);
  }

  private static double mean(String histogram, MetricsPage before, MetricsPage after) {
    double count = after.value(histogram + "_count") - before.value(histogram + "_count");
    double seconds = after.value(histogram + "_sum") - before.value(histogram + "_sum");
    if (count <= 0) {
      throw new IllegalStateException(histogram + " did not count a shard");
    }
    return 1000 * seconds / count;
  }
}
