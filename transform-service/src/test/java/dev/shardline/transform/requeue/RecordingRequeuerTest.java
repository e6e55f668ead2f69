package dev.shardline.transform.requeue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.Records;
import dev.shardline.transform.requeue.RecordingRequeuer.PutBack;
import java.util.Arrays;
import java.util.function.Predicate;

class RecordingRequeuerTest extends RequeuerContract {

  private final RecordingRequeuer requeuer = new RecordingRequeuer();

  @Override
  Requeuer requeuer() {
    return requeuer;
  }

  @Override
  ReceivedRecord backInLine(String mark) {
    return as(mark, one -> one.due() == null);
  }

  @Override
  ReceivedRecord waiting(String mark) {
    return as(mark, one -> one.due() != null);
  }

  @Override
  ReceivedRecord tooLarge() {
    requeuer.refuse();
    return record(new byte[0]);
  }

  @Override
  String topic() {
    return "shards";
  }

  private ReceivedRecord as(String mark, Predicate<PutBack> where) {
    PutBack found =
        requeuer.records().stream()
            .filter(where)
            .filter(one -> Arrays.equals(one.record().value(), mark.getBytes(UTF_8)))
            .findAny()
            .orElseThrow();
    return Records.as(found.record(), found.as());
  }
}
