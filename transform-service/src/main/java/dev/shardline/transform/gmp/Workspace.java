package dev.shardline.transform.gmp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The native memory of one computation: numbers are put one behind the other, and given up in the
 * order opposite to that. Whatever would exceed it is refused here, before native code is called.
 *
 * <p>For the thread that created it.
 */
final class Workspace implements AutoCloseable {

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment memory;
  private final long capacity;
  private final List<Natural> numbers = new ArrayList<>();
  private int inUse;
  private long used;

  /**
   * A workspace, all of it free.
   *
   * @param words of 64 bits
   * @throws OutOfMemoryError if the system has not so much
   */
  Workspace(long words) {
    try {
      this.memory = SystemMemory.allocate(Math.multiplyExact(words, Long.BYTES), arena);
    } catch (Throwable e) {
      arena.close();
      throw e;
    }
    this.capacity = words;
  }

  MemorySegment memory() {
    return memory;
  }

  /**
   * Room for a number, behind all others; what it holds is undefined. Like the memory, the object
   * is another number's once this one is given up: a large n has hundreds of thousands.
   *
   * @param words 1 or above
   */
  Natural reserve(long words) {
    if (words < 1) {
      throw new IllegalArgumentException("words must be 1 or above, was " + words);
    }
    if (words > capacity - used) {
      throw new IllegalStateException(
          words + " words do not fit into the " + (capacity - used) + " that are left");
    }
    if (inUse == numbers.size()) {
      numbers.add(new Natural(this));
    }
    Natural number = numbers.get(inUse++);
    number.place(used, words);
    used += words;
    return number;
  }

  /** What {@link #release} takes to give up all numbers that are reserved from now on. */
  long mark() {
    return used;
  }

  /** Gives up all numbers that were reserved since the mark was set. */
  void release(long mark) {
    used = mark;
    while (inUse > 0 && numbers.get(inUse - 1).first() >= mark) {
      inUse--;
    }
  }

  long word(long index) {
    return memory.getAtIndex(ValueLayout.JAVA_LONG, index);
  }

  /** Writes the word at that address. */
  void setWord(long address, long word) {
    memory.set(ValueLayout.JAVA_LONG, address - memory.address(), word);
  }

  /** Writes zero into so many words from that address on. */
  void clear(long address, long words) {
    memory.asSlice(address - memory.address(), words * Long.BYTES).fill((byte) 0);
  }

  /** Gives the memory back; a second time does nothing. */
  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
