package dev.shardline.contracts.part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the headers say of a record that is one step of a shard computed in parts: one of its parts,
 * or the step after all of them, which combines their values. Its value, its origin and its other
 * headers are those of the shard's own record, of which it is a copy; so its ids are the shard's.
 *
 * @param place which part it is, from 0; {@link #parts()} is the combining step
 * @param bounds where the ranges of the parts begin, in ascending order, and where the last ends
 */
public record Step(int place, List<Long> bounds) {

  /** Which step it is: a part's number from 1 in decimal digits, or {@value #COMBINE}. */
  public static final String STEP = "shardline-step";

  /** The bounds in decimal digits, with commas between them. */
  public static final String BOUNDS = "shardline-step-bounds";

  /** The key of the shard's own record; absent if that has none. A step has a key of its own. */
  public static final String KEY = "shardline-step-key";

  private static final String COMBINE = "combine";

  /**
   * @throws IllegalArgumentException if there are no ranges, an empty one, or no such place
   */
  public Step {
    bounds = List.copyOf(bounds);
    if (bounds.size() < 2 || place < 0 || place >= bounds.size()) {
      throw new IllegalArgumentException("no step " + place + " of the bounds " + bounds);
    }
    for (int i = 1; i < bounds.size(); i++) {
      if (bounds.get(i - 1) >= bounds.get(i)) {
        throw new IllegalArgumentException("bounds must ascend: " + bounds);
      }
    }
  }

  /** The steps that compute the ranges between the bounds, in their order. */
  public static Stream<Step> partsOf(List<Long> bounds) {
    return LongStream.range(0, bounds.size() - 1L).mapToObj(i -> new Step((int) i, bounds));
  }

  /** The step that combines them. */
  public Step combination() {
    return new Step(parts(), bounds);
  }

  /** How many parts there are. */
  public int parts() {
    return bounds.size() - 1;
  }

  /** Whether it combines the parts. */
  public boolean isCombination() {
    return place == parts();
  }

  /** Where its range begins. Only of a part. */
  public long from() {
    return bounds.get(place);
  }

  /** Where its range ends, exclusive. Only of a part. */
  public long to() {
    return bounds.get(place + 1);
  }

  /** What its record's key has after the shard's. */
  public String keySuffix() {
    return isCombination() ? COMBINE : "part-" + (place + 1);
  }

  /** Whether a record with these headers is a step. */
  public static boolean isOne(Map<String, String> headers) {
    return of(headers).isPresent();
  }

  /**
   * Reads what {@link #headers()} wrote.
   *
   * @param headers of a record, by name; others are ignored
   * @return empty if a header is missing or unreadable: the record is the shard's own
   */
  public static Optional<Step> of(Map<String, String> headers) {
    @Nullable String step = headers.get(STEP);
    @Nullable String bounds = headers.get(BOUNDS);
    if (step == null || bounds == null) {
      return Optional.empty();
    }
    try {
      List<Long> parsed = Stream.of(bounds.split(",", -1)).map(Long::valueOf).toList();
      int place = step.equals(COMBINE) ? parsed.size() - 1 : Integer.parseInt(step) - 1;
      Step read = new Step(place, parsed);
      return read.isCombination() == step.equals(COMBINE) ? Optional.of(read) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The headers, by name, in order. Values are UTF-8 text. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(STEP, isCombination() ? COMBINE : Integer.toString(place + 1));
    headers.put(BOUNDS, bounds.stream().map(String::valueOf).collect(Collectors.joining(",")));
    return headers;
  }

  /** For people. */
  @Override
  public String toString() {
    return isCombination()
        ? "combining %d parts".formatted(parts())
        : "part %d of %d".formatted(place + 1, parts());
  }
}
