package dev.shardline.ingest.service;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** All that this process logs, debugging and stack traces included, from now until it is closed. */
final class LogCapture extends Handler implements AutoCloseable {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final PatternFormatter format = new PatternFormatter("%p %c [%t] %s%e");

  private final Logger root = Logger.getLogger("");
  private final Level usual = root.getLevel();

  LogCapture() {
    setLevel(Level.ALL);
    root.addHandler(this);
    root.setLevel(Level.FINE);
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(format.format(ExtLogRecord.wrap(record)));
  }

  Queue<String> lines() {
    return lines;
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    root.setLevel(usual);
    root.removeHandler(this);
  }
}
