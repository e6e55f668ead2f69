package dev.shardline.lag.cluster;

import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** What a refusal means for a person. */
final class Refusal {

  private Refusal() {}

  static String text(String what, ApiException refusal) {
    return switch (refusal) {
      case UnknownTopicOrPartitionException _ -> "there is no topic " + what;
      case TopicAuthorizationException _ ->
          "not allowed to look at topic " + what + ": grant DESCRIBE and READ";
      case GroupAuthorizationException _ ->
          "not allowed to look at group " + what + ": grant DESCRIBE";
      case UnsupportedVersionException _ -> "the brokers are too old to tell it of " + what;
      default -> what + ": " + refusal.getClass().getSimpleName() + ": " + refusal.getMessage();
    };
  }
}
