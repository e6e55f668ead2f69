package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * The digests by which a server says what its body is (RFC 9530: {@code Content-Digest}, {@code
 * Repr-Digest}), held against what came. A body that was compressed on its way has none here: they
 * are of its compressed form, which has a checksum of its own. For one thread at a time.
 */
final class ContentDigests {

  private static final Map<String, String> ALGORITHMS =
      Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

  private static final Pattern ENTRY = Pattern.compile("(sha-256|sha-512)=:([A-Za-z0-9+/=]+):");

  private record Expected(MessageDigest running, String base64) {}

  private final List<Expected> expected = new ArrayList<>();

  private ContentDigests() {}

  static ContentDigests of(Headers headers) {
    ContentDigests digests = new ContentDigests();
    for (String header : List.of("Content-Digest", "Repr-Digest")) {
      for (String value : headers.values(header)) {
        Matcher entry = ENTRY.matcher(value);
        while (entry.find()) {
          digests.add(entry.group(1), entry.group(2));
        }
      }
    }
    return digests;
  }

  void update(byte[] buffer, int count) {
    expected.forEach(one -> one.running().update(buffer, 0, count));
  }

  /**
   * The body is complete.
   *
   * @throws IngestFailedException if it is not what its server says
   */
  void requireMatch(HttpTarget target) throws IngestFailedException {
    for (Expected one : expected) {
      String came = Base64.getEncoder().encodeToString(one.running().digest());
      if (!came.equals(one.base64())) {
        throw IngestFailedException.passing(
            Reason.CORRUPT_BODY,
            "uri: the body from %s does not match the digest that came with it"
                .formatted(target.origin()),
            (Throwable) null);
      }
    }
  }

  private void add(String algorithm, String base64) {
    try {
      expected.add(
          new Expected(
              MessageDigest.getInstance(ALGORITHMS.getOrDefault(algorithm, algorithm)), base64));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
