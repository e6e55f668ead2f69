package dev.shardline.objectstore.s3;

import java.net.URI;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** S3Mock in a container. */
final class S3MockContainer {

  private static final int PORT = 9090;

  private S3MockContainer() {}

  /** Starts it; Testcontainers ends it with this JVM. */
  static URI start() {
    @SuppressWarnings("resource") // ends with the JVM
    GenericContainer<?> container =
        new GenericContainer<>("adobe/s3mock:5.2.0")
            .withExposedPorts(PORT)
            .waitingFor(Wait.forHttp("/").forPort(PORT));
    container.start();
    return URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(PORT)));
  }
}
