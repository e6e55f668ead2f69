package dev.shardline.ingest.source.http;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** Notes whether a call has got as far as a connection. Thread-safe. */
final class ConnectionWatch extends EventListener {

  private volatile boolean connected;

  boolean isConnected() {
    return connected;
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    connected = true;
  }
}
