package dev.shardline.transform.gmp;

import dev.shardline.transform.factorial.WordAccumulator;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * A positive number in native memory: words of 64 bits, least significant first, the last one not
 * zero. It may change within the room that was reserved for it.
 */
final class Natural {

  private final Workspace space;
  private long first;
  private long capacity;
  private long length;

  /** One without a place as yet. */
  Natural(Workspace space) {
    this.space = space;
  }

  /** From now on it is a number there, undefined as yet. */
  void place(long begin, long words) {
    first = begin;
    capacity = words;
    length = 0;
  }

  /** Where in the workspace it begins, in words. */
  long first() {
    return first;
  }

  long length() {
    return length;
  }

  long address() {
    return address(0);
  }

  private long address(long word) {
    return space.memory().address() + (first + word) * Long.BYTES;
  }

  /** this ← number. */
  void set(WordAccumulator number) {
    requireRoom(number.length());
    number.copyTo(space.memory(), first);
    length = number.length();
  }

  /** this ← number. */
  void set(Natural number) {
    requireRoom(number.length);
    MemorySegment.copy(
        number.space.memory(),
        number.first * Long.BYTES,
        space.memory(),
        first * Long.BYTES,
        number.length * Long.BYTES);
    length = number.length;
  }

  /** this ← number, which is positive. */
  void set(BigInteger number) {
    byte[] bytes = number.toByteArray();
    long words = Math.ceilDiv(bytes.length, Long.BYTES);
    requireRoom(words);
    ByteBuffer bigEndian = ByteBuffer.wrap(bytes);
    for (long i = 0; i < words - 1; i++) {
      int at = Math.toIntExact(bytes.length - (i + 1) * Long.BYTES);
      setWord(i, bigEndian.getLong(at));
    }
    long last = 0;
    for (int at = 0; at < bytes.length - (words - 1) * Long.BYTES; at++) {
      last = last << Byte.SIZE | Byte.toUnsignedLong(bytes[at]);
    }
    setWord(words - 1, last);
    length = words;
    trim();
  }

  /** this ← a · b, neither of which is this. */
  void setProduct(Natural a, Natural b, Multiplication multiplication) {
    writeProduct(a, b, multiplication);
    settleProduct(a, b);
  }

  /** The part of {@link #setProduct} that any thread can do, if it is done in one go. */
  void writeProduct(Natural a, Natural b, Multiplication multiplication) {
    requireRoom(a.length + b.length);
    multiplication.multiply(address(), a.address(), a.length, b.address(), b.length);
  }

  /** The rest of it. */
  void settleProduct(Natural a, Natural b) {
    length = a.length + b.length;
    trim();
  }

  /** this ← this + number, which is no longer than this. */
  void add(Natural number) {
    long carry = Mpn.add(address(), address(), length, number.address(), number.length);
    if (carry != 0) {
      requireRoom(length + 1);
      setWord(length, carry);
      length++;
    }
  }

  BigInteger toBigInteger() {
    ByteBuffer bigEndian = ByteBuffer.allocate(Math.toIntExact(length * Long.BYTES));
    for (long i = length - 1; i >= 0; i--) {
      bigEndian.putLong(space.word(first + i));
    }
    return new BigInteger(1, bigEndian.array());
  }

  private void setWord(long index, long word) {
    space.memory().setAtIndex(ValueLayout.JAVA_LONG, first + index, word);
  }

  private void trim() {
    while (length > 0 && space.word(first + length - 1) == 0) {
      length--;
    }
  }

  private void requireRoom(long words) {
    if (words > capacity) {
      throw new IllegalStateException(words + " words where " + capacity + " are reserved");
    }
  }
}
