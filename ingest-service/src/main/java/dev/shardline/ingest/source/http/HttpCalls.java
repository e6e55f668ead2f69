package dev.shardline.ingest.source.http;

import dev.shardline.ingest.outcome.IngestFailedException;
import java.io.IOException;
import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Sends single requests; redirects are the caller's. Thread-safe. */
final class HttpCalls implements AutoCloseable {

  private final HttpRules rules;
  private final OkHttpClient client;

  HttpCalls(HttpTimeouts timeouts, HttpRules rules) {
    this(timeouts, rules, UnaryOperator.identity());
  }

  /**
   * Calls of a client that is not quite the usual one.
   *
   * @param changes for tests, whose servers have certificates of their own
   */
  HttpCalls(HttpTimeouts timeouts, HttpRules rules, UnaryOperator<OkHttpClient.Builder> changes) {
    this.rules = rules;
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.read())
            .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
            // Enough for pages and sources of one host in turn, and no burden to hosts that are
            // done.
            .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
            .socketFactory(new GuardedSockets(rules.addresses()))
            // A proxy would connect in the place of the sockets that check where they go.
            .proxy(Proxy.NO_PROXY)
            .fastFallback(false)
            .cookieJar(CookieJar.NO_COOKIES)
            // Followed here, where each is checked and secrets stay with their origin.
            .followRedirects(false)
            .followSslRedirects(false);
    this.client = changes.apply(builder).build();
  }

  /**
   * Sends a request.
   *
   * @return the response, from its body on; to be closed
   * @throws IngestFailedException if there is none, or it may not be asked for
   */
  HttpExchange send(HttpTarget target, Deadline deadline) throws IOException {
    HttpUrl url = target.url();
    rules
        .uris()
        .check(
            url.scheme(),
            url.host(),
            url.port(),
            !url.username().isEmpty() || !url.password().isEmpty());
    Call call = client.newCall(HttpHeaders.request(target));
    call.timeout().timeout(Math.max(1, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
    ConnectionWatch watch = new ConnectionWatch();
    call.addEventListener(watch);
    try {
      return new HttpExchange(target, call.execute());
    } catch (IOException e) {
      throw HttpFailure.ofRequest(target, e, watch.isConnected());
    }
  }

  /** Gives up what is being fetched. */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }
}
