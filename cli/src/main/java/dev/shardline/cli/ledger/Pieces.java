package dev.shardline.cli.ledger;

import dev.shardline.contracts.job.JobId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A number for each piece of work, in the order in which they became known, and 96 bits kept with
 * it. A piece takes 32 bytes here and 8 to 16 in the index, so a million take less than 50 MB; as
 * objects in a map they would take three times as much. The index is a hash table with linear
 * probing (Knuth, The Art of Computer Programming, volume 3, 6.4, algorithm L). Not thread-safe.
 */
final class Pieces {

  /** Words of a piece: both halves of its job's id; its place and its state; its proof. */
  private static final int WORDS = 4;

  private static final int PER_CHUNK = 4096;

  private final List<long[]> chunks = new ArrayList<>();

  /** Each slot a piece's number and 1, or 0 where it is free; never more than half full. */
  private int[] slots = new int[1024];

  private int size;

  /** How many there are; their numbers are from 0 to one below. */
  int size() {
    return size;
  }

  /** The number of a piece, which is new if it was not known. */
  int numberOf(JobId job, int place) {
    long high = job.uuid().getMostSignificantBits();
    long low = job.uuid().getLeastSignificantBits();
    int slot = slot(high, low, place);
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (word(number, 0) == high && word(number, 1) == low && place(number) == place) {
        return number;
      }
      slot = next(slot);
    }
    return add(slot, high, low, place);
  }

  JobId job(int number) {
    return new JobId(new UUID(word(number, 0), word(number, 1)));
  }

  int place(int number) {
    return (int) (word(number, 2) >>> 32);
  }

  PieceState state(int number) {
    return PieceState.unpacked((int) word(number, 2));
  }

  void state(int number, PieceState state) {
    set(number, 2, ((long) place(number) << 32) | state.packed());
  }

  long proof(int number) {
    return word(number, 3);
  }

  void proof(int number, long proof) {
    set(number, 3, proof);
  }

  private int add(int slot, long high, long low, int place) {
    int number = size++;
    if (number % PER_CHUNK == 0) {
      chunks.add(new long[PER_CHUNK * WORDS]);
    }
    set(number, 0, high);
    set(number, 1, low);
    set(number, 2, (long) place << 32);
    slots[slot] = number + 1;
    if (size > slots.length / 2) {
      grow();
    }
    return number;
  }

  private void grow() {
    slots = new int[Math.multiplyExact(slots.length, 2)];
    for (int number = 0; number < size; number++) {
      int slot = slot(word(number, 0), word(number, 1), place(number));
      while (slots[slot] != 0) {
        slot = next(slot);
      }
      slots[slot] = number + 1;
    }
  }

  private int slot(long high, long low, int place) {
    // The finalizer of MurmurHash3: neighbouring places have to come to lie far apart.
    long mixed = (high * 31) + low + (place * 0x9E3779B97F4A7C15L);
    mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return (int) (mixed ^ (mixed >>> 33)) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  private long word(int number, int word) {
    return chunks.get(number / PER_CHUNK)[(number % PER_CHUNK) * WORDS + word];
  }

  private void set(int number, int word, long value) {
    chunks.get(number / PER_CHUNK)[(number % PER_CHUNK) * WORDS + word] = value;
  }
}
