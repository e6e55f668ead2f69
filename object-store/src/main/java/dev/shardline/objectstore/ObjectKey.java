package dev.shardline.objectstore;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names an object by a path of segments, such as {@code raw}, a job id and a source's name. A
 * segment may be any text that is not empty: keys that differ have paths that differ, on file
 * systems that ignore case too, and no segment reaches out of its place.
 *
 * @param segments the path, from the root; at least one
 */
public record ObjectKey(List<String> segments) {

  /**
   * @throws IllegalArgumentException if there is no segment, or an empty one
   */
  public ObjectKey {
    segments = List.copyOf(segments);
    if (segments.isEmpty() || segments.contains("")) {
      throw new IllegalArgumentException(
          "a key needs one segment or more, none of them empty: " + segments);
    }
  }

  /** The key of these segments, from the root. */
  public static ObjectKey of(String... segments) {
    return new ObjectKey(Arrays.asList(segments));
  }

  /**
   * The encoded segments, joined by {@code /}: ASCII only, and each segment at most {@value
   * SegmentEncoding#MAX_LENGTH} characters.
   */
  public String path() {
    return segments.stream().map(SegmentEncoding::encode).collect(Collectors.joining("/"));
  }

  @Override
  public String toString() {
    return path();
  }
}
