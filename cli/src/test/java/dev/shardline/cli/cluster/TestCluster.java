package dev.shardline.cli.cluster;

import dev.shardline.broker.TestBroker;
import dev.shardline.cli.topics.Retention;
import dev.shardline.cli.topics.TopicLayout;
import dev.shardline.cli.topics.TopicSetup;

/** The broker that the tests of this JVM share, with its topics. Each test brings its own job. */
public final class TestCluster {

  /** More than one, so that answers arrive out of order; few, so that they are made quickly. */
  private static final TopicLayout LAYOUT =
      new TopicLayout(3, 1, TopicLayout.BROKER_DEFAULT_REPLICATION, Retention.DEFAULT);

  private TestCluster() {}

  /** How it is reached; its topics are there. */
  public static ClusterSettings settings() {
    return Ready.SETTINGS;
  }

  /** A connection, which the caller closes. */
  public static Cluster connect() throws InterruptedException {
    return Cluster.connect(settings());
  }

  private static final class Ready {

    private static final ClusterSettings SETTINGS = prepare();

    private static ClusterSettings prepare() {
      ClusterSettings settings = ClusterSettings.of(TestBroker.shared().bootstrapServers());
      try (Cluster cluster = Cluster.connect(settings)) {
        new TopicSetup(cluster, LAYOUT).establish();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while topics were created", e);
      }
      return settings;
    }
  }
}
