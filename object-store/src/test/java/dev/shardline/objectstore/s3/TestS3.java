package dev.shardline.objectstore.s3;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Adobe's S3Mock for the tests of one JVM: in a container where Docker is, else in a forked JVM.
 * The system property {@code shardline.test.s3} decides: {@code docker}, {@code forked}, or {@code
 * auto}, the default, which finds out. It takes any credentials, and this JVM gets some, which the
 * SDK's chain finds.
 */
public final class TestS3 {

  /** Stands for a secret: no message may contain it. */
  public static final String SECRET_KEY = "not-for-your-eyes";

  private static final String ACCESS_KEY = "not-for-your-ears";

  private final URI endpoint;
  private final S3Client client;

  private TestS3(URI endpoint) {
    this.endpoint = endpoint;
    this.client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /** The server that all tests of this JVM share; it ends with the JVM. */
  public static TestS3 shared() {
    giveCredentials();
    return Shared.S3;
  }

  /** Lets the SDK's chain find credentials. */
  public static void giveCredentials() {
    System.setProperty("aws.accessKeyId", ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", SECRET_KEY);
  }

  /** Its address. */
  public URI endpoint() {
    return endpoint;
  }

  /** How to connect to it. */
  public S3Connection connection() {
    return new S3Connection(Optional.empty(), Optional.of(endpoint), true);
  }

  /** A client that sees and does everything. */
  public S3Client client() {
    return client;
  }

  /** A bucket that nobody else uses; what is its name. */
  public String newBucket() {
    String name = "test-" + UUID.randomUUID();
    client.createBucket(bucket -> bucket.bucket(name));
    return name;
  }

  private static URI start() {
    String choice = System.getProperty("shardline.test.s3", "auto").toLowerCase(Locale.ROOT);
    return switch (choice) {
      case "docker" -> S3MockContainer.start();
      case "forked" -> S3MockProcess.start();
      case "auto" ->
          DockerClientFactory.instance().isDockerAvailable()
              ? S3MockContainer.start()
              : S3MockProcess.start();
      default ->
          throw new IllegalArgumentException(
              "shardline.test.s3 must be docker, forked or auto: " + choice);
    };
  }

  /** Starts the shared server when it is first asked for. */
  private static final class Shared {

    private static final TestS3 S3 = new TestS3(start());

    private Shared() {}
  }
}
