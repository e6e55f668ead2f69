package dev.shardline.ingest.trace;

import dev.shardline.tracing.TraceContext;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Traces in the headers of Kafka's records. */
public final class TracedRecords {

  private TracedRecords() {}

  /** What a record carries that was received; of several headers of one name the last. */
  public static TraceContext traceOf(Headers headers) {
    return TraceContext.of(name -> {
      Header last = headers.lastHeader(name);
      return last == null ? null : last.value();
    });
  }

  /** A record to be sent, which carries that. */
  public static Message<Record<String, byte[]>> message(
      String key, byte[] value, TraceContext trace) {
    Record<String, byte[]> record = Record.of(key, value);
    if (trace.isEmpty()) {
      return Message.of(record);
    }
    Headers headers = new RecordHeaders();
    trace.addTo(headers::add);
    return Message.of(
        record,
        Metadata.of(OutgoingKafkaRecordMetadata.<String>builder().withHeaders(headers).build()));
  }
}
