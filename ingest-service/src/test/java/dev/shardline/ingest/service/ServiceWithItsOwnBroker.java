package dev.shardline.ingest.service;

import dev.shardline.broker.TestBroker;
import org.jspecify.annotations.Nullable;

/** For a service that is started with other settings: its topics and its group are new. */
public class ServiceWithItsOwnBroker extends ServiceUnderTest {

  private @Nullable TestBroker broker;

  @Override
  TestBroker broker() {
    TestBroker started = TestBroker.start();
    broker = started;
    return started;
  }

  @Override
  public void stop() {
    if (broker != null) {
      broker.close();
    }
  }
}
