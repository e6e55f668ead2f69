package dev.shardline.transform;

import dev.shardline.worker.start.HeadStart;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The service's process. */
@QuarkusMain
public final class TransformMain {

  private TransformMain() {}

  /** Runs until the process is told to stop. */
  public static void main(String... args) {
    HeadStart.begin();
    Quarkus.run(args);
  }
}
