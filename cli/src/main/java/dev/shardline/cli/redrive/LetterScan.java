package dev.shardline.cli.redrive;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.RecordParts;
import dev.shardline.cli.cluster.TopicScan;
import dev.shardline.cli.letter.Letter;
import dev.shardline.cli.letter.LetterPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads dead letters. */
public final class LetterScan {

  private LetterScan() {}

  /**
   * Reads the letters that are there now.
   *
   * @param since those written at this time or later; {@link Instant#EPOCH}: all
   * @throws dev.shardline.cli.cluster.ClusterException if they cannot be read
   */
  public static void read(Cluster cluster, List<String> topics, Instant since, LetterReader reader)
      throws InterruptedException {
    List<TopicScan.From> from =
        topics.stream().map(topic -> new TopicScan.From(topic, since)).toList();
    try (TopicScan scan = TopicScan.open(cluster, from)) {
      scan.read(topics, record -> reader.read(letter(record)));
    }
  }

  /**
   * Reads one letter.
   *
   * @return empty if there is none at that place
   * @throws dev.shardline.cli.cluster.ClusterException if it cannot be read
   */
  public static Optional<Letter> at(Cluster cluster, LetterPlace place)
      throws InterruptedException {
    return TopicScan.at(cluster, place.topic(), place.partition(), place.offset())
        .map(LetterScan::letter);
  }

  private static Letter letter(ConsumerRecord<byte[], byte[]> record) {
    List<Letter.Header> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      headers.add(new Letter.Header(header.key(), header.value()));
    }
    return new Letter(RecordParts.position(record), record.key(), record.value(), headers);
  }
}
