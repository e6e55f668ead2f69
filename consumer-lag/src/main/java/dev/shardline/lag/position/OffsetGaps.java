package dev.shardline.lag.position;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which offsets of a stretch of a log have no record: they mark the ends of transactions, or their
 * records were compacted away. Built by reading on from one end. For one thread at a time.
 */
public final class OffsetGaps {

  /** How many offsets, by the first of them. */
  private final TreeMap<Long, Long> gaps = new TreeMap<>();

  private long from;
  private long to;

  /** Nothing is read yet; reading begins there. */
  public OffsetGaps(long from) {
    this.from = from;
    this.to = from;
  }

  /** The first offset that was not read. */
  public long to() {
    return to;
  }

  /** How many gaps there are. */
  public int size() {
    return gaps.size();
  }

  /** The next record was read. */
  public void record(long offset) {
    reached(offset);
    to = Math.max(to, offset + 1);
  }

  /** There is no further record before that offset. */
  public void reached(long offset) {
    if (offset > to) {
      gaps.put(to, offset - to);
      to = offset;
    }
  }

  /** What comes before that offset is not asked for any more. */
  public void forgetBefore(long offset) {
    while (!gaps.isEmpty()) {
      Map.Entry<Long, Long> first = gaps.firstEntry();
      if (first.getKey() + first.getValue() > offset) {
        break;
      }
      gaps.pollFirstEntry();
    }
    from = Math.max(from, Math.min(offset, to));
  }

  /** Whether what was read is of use to whoever begins there. */
  public boolean continuesFrom(long first) {
    return from <= first && first <= to;
  }

  /** Whether all between the offsets was read. */
  public boolean covers(long first, long end) {
    return from <= first && end <= to;
  }

  /** How many records there are between the offsets, which have to be covered. */
  public long records(long first, long end) {
    long missing = 0;
    for (Map.Entry<Long, Long> gap : gaps.headMap(end).entrySet()) {
      long gapEnd = gap.getKey() + gap.getValue();
      missing += Math.max(0, Math.min(gapEnd, end) - Math.max(gap.getKey(), first));
    }
    return end - first - missing;
  }
}
