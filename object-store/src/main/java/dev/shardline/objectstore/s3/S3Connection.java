package dev.shardline.objectstore.s3;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Where S3 is. Credentials are none of it: the SDK's usual chain finds them (environment, system
 * properties, profile, web identity, container, instance).
 *
 * @param region the region's name; empty: the SDK's usual chain finds it, or, for an endpoint, one
 *     that means nothing
 * @param endpoint the address of another server that speaks S3's API; empty: AWS
 * @param pathStyle whether the bucket is named in the path and not in the host's name
 */
public record S3Connection(Optional<String> region, Optional<URI> endpoint, boolean pathStyle) {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** Requests are signed for a region, even to servers that have none. */
  private static final Region NO_REGION = Region.US_EAST_1;

  /**
   * @throws IllegalArgumentException if a part is not what it should be; the message begins with
   *     its name
   */
  public S3Connection {
    if (region.filter(name -> !name.matches("[a-z0-9-]{1,64}")).isPresent()) {
      throw new IllegalArgumentException(
          "region must be lower-case letters, digits and dashes, such as eu-central-1, was \"%s\""
              .formatted(region.get()));
    }
    endpoint.ifPresent(S3Connection::check);
  }

  private static void check(URI uri) {
    String scheme = uri.getScheme();
    if (scheme == null
        || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getQuery() != null
        || uri.getFragment() != null) {
      // Not as it came: its user info may be a secret.
      throw new IllegalArgumentException(
          "endpoint must be http or https, a host, and a port or path where there is one,"
              + " without user and query, was of scheme %s and host %s"
                  .formatted(scheme, uri.getHost()));
    }
  }

  /** A client; it asks for region and credentials when it is first used. */
  S3Client open(S3Patience patience) {
    S3ClientBuilder builder =
        S3Client.builder()
            .forcePathStyle(pathStyle)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(patience.connect())
                    .socketTimeout(patience.read()))
            .overrideConfiguration(configuration ->
                configuration
                    .apiCallTimeout(patience.call())
                    .retryStrategy(
                        StandardRetryStrategy.builder().maxAttempts(patience.attempts()).build()));
    endpoint.ifPresent(uri -> builder.endpointOverride(uri).region(NO_REGION));
    region.map(Region::of).ifPresent(builder::region);
    return builder.build();
  }
}
