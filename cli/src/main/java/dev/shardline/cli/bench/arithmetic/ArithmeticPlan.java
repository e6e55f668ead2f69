package dev.shardline.cli.bench.arithmetic;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is measured.
 *
 * @param numbers each 1 or above, in ascending order
 * @param rounds how often each contestant is measured at each number
 * @param batch CPU time that a round takes at least; what is shorter is repeated
 * @param limit what would take longer once is left out, but for the service's arithmetic
 */
public record ArithmeticPlan(List<Integer> numbers, int rounds, Duration batch, Duration limit) {

  public ArithmeticPlan {
    numbers = numbers.stream().sorted().distinct().toList();
  }

  /** For a process. */
  List<String> arguments() {
    return List.of(
        numbers.stream().map(String::valueOf).collect(Collectors.joining(",")),
        Integer.toString(rounds),
        Long.toString(batch.toMillis()),
        Long.toString(limit.toMillis()));
  }

  /** What {@link #arguments} gave. */
  static ArithmeticPlan of(List<String> arguments) {
    return new ArithmeticPlan(
        Arrays.stream(arguments.get(0).split(",", -1)).map(Integer::valueOf).toList(),
        Integer.parseInt(arguments.get(1)),
        Duration.ofMillis(Long.parseLong(arguments.get(2))),
        Duration.ofMillis(Long.parseLong(arguments.get(3))));
  }
}
