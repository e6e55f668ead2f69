package dev.shardline.lag;

/**
 * The offsets that a partition has.
 *
 * @param start the first that was not deleted
 * @param end the one that the next record gets
 */
public record LogRange(long start, long end) {

  /** Whether a consumer may read on from there. */
  public boolean covers(long offset) {
    return start <= offset && offset <= end;
  }
}
