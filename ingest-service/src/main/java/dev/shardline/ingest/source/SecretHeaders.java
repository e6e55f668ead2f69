package dev.shardline.ingest.source;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.util.HashMap;
import java.util.Map;

/** Puts the values of configured secrets in the place of their names. Thread-safe. */
public final class SecretHeaders {

  private final Map<String, String> secrets;
  private final Redaction redaction;

  /**
   * @param secrets by name
   */
  public SecretHeaders(Map<String, String> secrets) {
    this.secrets = Map.copyOf(secrets);
    this.redaction = new Redaction(this.secrets.values());
  }

  /** Takes all secrets out of a text that is to be published. */
  public String withoutSecrets(String text) {
    return redaction.of(text);
  }

  /**
   * The headers to send.
   *
   * @param names header name to name of a secret
   * @return header name to the secret's value
   * @throws IngestFailedException if a secret is not configured; the message names it
   */
  public Map<String, String> resolve(Map<String, String> names) throws IngestFailedException {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, String> name : names.entrySet()) {
      String value = secrets.get(name.getValue());
      if (value == null) {
        throw new IngestFailedException(
            Reason.UNKNOWN_SECRET,
            "headers.%s: no secret of the name \"%s\" is configured: expected one of ingest.secrets"
                .formatted(name.getKey(), name.getValue()));
      }
      headers.put(name.getKey(), value);
    }
    return headers;
  }
}
