package dev.shardline.lag;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something that was read, or why it could not be. What is not known has no value: neither zero nor
 * the last one. Immutable.
 */
public sealed interface Fact<T> {

  /** It was read. */
  record Known<T>(T value) implements Fact<T> {}

  /**
   * It could not be read.
   *
   * @param reason why, and what helps, for a person to read
   */
  record Unknown<T>(String reason) implements Fact<T> {}

  static <T> Fact<T> known(T value) {
    return new Known<>(value);
  }

  static <T> Fact<T> unknown(String reason) {
    return new Unknown<>(reason);
  }

  /** The value, if it is known. */
  default Optional<T> found() {
    return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /** Why it is not known; empty: it is. */
  default Optional<String> problem() {
    return this instanceof Unknown<T>(String reason) ? Optional.of(reason) : Optional.empty();
  }

  /** What follows from it. */
  default <R> Fact<R> then(Function<T, Fact<R>> next) {
    return switch (this) {
      case Known<T>(T value) -> next.apply(value);
      case Unknown<T>(String reason) -> unknown(reason);
    };
  }
}
