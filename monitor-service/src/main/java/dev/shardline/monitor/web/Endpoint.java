package dev.shardline.monitor.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.List;

/** What all that can be asked for has in common. */
final class Endpoint {

  static final String JSON = "application/json";
  static final String EVENTS = "text/event-stream";

  private Endpoint() {}

  /**
   * Lets requests through that ask, and accept what there is to have.
   *
   * @param type the content type of the answer
   */
  static Handler<RoutingContext> asking(String type) {
    return context -> {
      HttpMethod method = context.request().method();
      if (method.equals(HttpMethod.OPTIONS)) {
        context.response().putHeader(HttpHeaders.ALLOW, "HEAD, GET, OPTIONS").end();
      } else if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
        context.response().setStatusCode(405).end();
      } else if (!accepts(context, type)) {
        context.response().setStatusCode(406).end();
      } else {
        context.next();
      }
    };
  }

  /** Sends an answer, to HEAD without its body. */
  static void send(RoutingContext context, Answer answer) {
    HttpServerResponse response = context.response().setStatusCode(answer.status());
    if (answer.body() == null) {
      response.end();
      return;
    }
    Buffer body = Buffer.buffer();
    JsonWriter.append(body, answer.body());
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON + ";charset=UTF-8")
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    // Over HTTP/2 nobody else would keep it back.
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body);
    }
  }

  private static boolean accepts(RoutingContext context, String type) {
    var accepted = context.parsedHeaders().accept();
    return accepted.isEmpty()
        || context
                .parsedHeaders()
                .findBestUserAcceptedIn(accepted, List.of(new ParsableMIMEValue(type)))
            != null;
  }
}
