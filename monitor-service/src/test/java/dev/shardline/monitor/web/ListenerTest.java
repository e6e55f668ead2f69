package dev.shardline.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListenerTest {

  private final List<String> written = new ArrayList<>();
  private boolean full;
  private boolean closed;
  private @Nullable Handler<@Nullable Void> drain;
  private final Listener listener =
      new Listener(
          fake(HttpServerResponse.class, this::response), fake(Context.class, this::context));

  @Test
  void getsEachEventAsLongAsItReads() {
    tell("1");
    tell("2");

    assertThat(written).containsExactly("1", "2");
  }

  @Test
  void missesAllButTheNewestWhileItDoesNotRead() {
    tell("1");
    full = true;
    tell("2");
    tell("3");
    assertThat(written).containsExactly("1");

    full = false;
    Objects.requireNonNull(drain).handle(null);
    Objects.requireNonNull(drain).handle(null);

    assertThat(written).containsExactly("1", "3");
  }

  @Test
  void getsNothingOnceItIsGone() {
    closed = true;
    tell("1");

    assertThat(written).isEmpty();
  }

  private void tell(String event) {
    listener.tell(Buffer.buffer(event));
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object response(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "write" -> {
        written.add(arguments[0].toString());
        yield Future.succeededFuture();
      }
      case "drainHandler" -> {
        drain = (Handler<@Nullable Void>) arguments[0];
        yield null;
      }
      case "writeQueueFull" -> full;
      case "closed" -> closed;
      case "ended" -> false;
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  /** Runs at once, on the caller's thread. */
  @SuppressWarnings("unchecked")
  private @Nullable Object context(Method method, Object[] arguments) {
    if (!method.getName().equals("runOnContext")) {
      throw new UnsupportedOperationException(method.getName());
    }
    ((Handler<@Nullable Void>) arguments[0]).handle(null);
    return null;
  }

  private static <T> T fake(Class<T> type, Answering answering) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) ->
                answering.answer(method, arguments == null ? new Object[0] : arguments)));
  }

  @FunctionalInterface
  private interface Answering {
    @Nullable Object answer(Method method, Object[] arguments);
  }
}
