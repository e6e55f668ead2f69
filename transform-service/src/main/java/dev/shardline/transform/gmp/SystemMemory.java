package dev.shardline.transform.gmp;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The system's allocator, from which GMP takes its memory too. Not {@link Arena#allocate}: that
 * writes zeros, and has a limit that follows the heap's. Thread-safe.
 */
final class SystemMemory {

  private static final MethodHandle MALLOC =
      function("malloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
  private static final MethodHandle FREE =
      function("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

  private SystemMemory() {}

  /**
   * Takes so much, until the arena is closed. What it holds is undefined.
   *
   * @param bytes 1 or above
   * @throws OutOfMemoryError if the system has not so much
   */
  @SuppressWarnings("restricted") // the allocator has said that there is so much
  static MemorySegment allocate(long bytes, Arena arena) {
    return taken(bytes).reinterpret(bytes, arena, SystemMemory::free);
  }

  /**
   * Tries whether so much can be had: GMP ends the process if it cannot. Where the system promises
   * more memory than it has, it may still not be there; where a limit holds, it is found out here.
   *
   * @param bytes 1 or above
   * @throws OutOfMemoryError if it cannot
   */
  static void requireRoom(long bytes) {
    free(taken(bytes));
  }

  private static MemorySegment taken(long bytes) {
    MemorySegment block;
    try {
      block = (MemorySegment) MALLOC.invokeExact(bytes);
    } catch (Throwable e) {
      throw new AssertionError("native code throws nothing", e);
    }
    if (block.address() == 0) {
      throw new OutOfMemoryError("the system has not " + bytes + " bytes outside of the heap");
    }
    return block;
  }

  private static void free(MemorySegment block) {
    try {
      FREE.invokeExact(block);
    } catch (Throwable e) {
      throw new AssertionError("native code throws nothing", e);
    }
  }

  @SuppressWarnings("restricted") // the service is started with access to native code
  private static MethodHandle function(String name, FunctionDescriptor type) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
  }
}
