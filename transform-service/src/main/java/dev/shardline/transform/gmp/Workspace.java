package dev.shardline.transform.gmp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

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

  /** Room for a number of so many words, behind all others; what it holds is undefined. */
  Natural reserve(long words) {
    if (words > capacity - used) {
      throw new IllegalStateException(
          words + " words do not fit into the " + (capacity - used) + " that are left");
    }
    Natural natural = new Natural(this, used, words);
    used += words;
    return natural;
  }

  /** What {@link #release} takes to give up all numbers that are reserved from now on. */
  long mark() {
    return used;
  }

  /** Gives up all numbers that were reserved since the mark was set. */
  void release(long mark) {
    used = mark;
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
