package dev.shardline.cli.demo;

import dev.shardline.contracts.result.ShardResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who computed what, as the results tell. */
final class Workers {

  private Workers() {}

  /** Each worker with its numbers: {@code transform-1: 2500 2700; transform-2: 2600 2800}. */
  static String numbers(List<ShardResult> results) {
    return byWorker(results).entrySet().stream()
        .map(entry ->
            entry.getKey()
                + ": "
                + entry.getValue().stream().map(Workers::number).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }

  /** Each worker with how many: {@code transform-1 4, transform-2 4}. */
  static String counts(List<ShardResult> results) {
    return byWorker(results).entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue().size())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, List<ShardResult>> byWorker(List<ShardResult> results) {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.execution().worker(), TreeMap::new, Collectors.toList()));
  }

  private static String number(ShardResult result) {
    return switch (result) {
      case ShardResult.Done done -> Long.toString(done.number());
      case ShardResult.Failed failed -> failed.number() + " (failed)";
      case ShardResult.Cancelled cancelled -> cancelled.number() + " (cancelled)";
    };
  }
}
