package dev.shardline.transform;

import dev.shardline.transform.computation.MemoryBudget;
import dev.shardline.transform.computation.NativeArithmetic;
import dev.shardline.transform.gmp.GmpLibrary;
import dev.shardline.transform.gmp.GmpMissingException;
import dev.shardline.transform.settings.NativeUse;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether factorial sums are computed by a native library, as settings and system say. */
final class ChosenArithmetic {

  private ChosenArithmetic() {}

  /**
   * The native arithmetic; null where Java is to compute alone.
   *
   * @param memory what may be used outside of the heap, in bytes
   * @param library gives the system's, or throws {@link GmpMissingException}
   * @param log is told what computes, and why
   * @throws IllegalArgumentException if the library is required and missing
   */
  static @Nullable NativeArithmetic of(
      NativeUse use, long memory, Supplier<GmpLibrary> library, Consumer<String> log) {
    return switch (use) {
      case OFF -> {
        log.accept("Factorial sums by Java alone: transform.factorial.native=off");
        yield null;
      }
      case AUTO -> {
        try {
          yield by(library.get(), memory, log);
        } catch (GmpMissingException e) {
          log.accept("Factorial sums by Java alone. GMP would be faster: " + e.getMessage());
          yield null;
        }
      }
      case REQUIRED -> {
        try {
          yield by(library.get(), memory, log);
        } catch (GmpMissingException e) {
          throw new IllegalArgumentException(
              "transform.factorial.native=required: " + e.getMessage(), e);
        }
      }
    };
  }

  private static NativeArithmetic by(GmpLibrary library, long memory, Consumer<String> log) {
    NativeArithmetic arithmetic = new NativeArithmetic(library, new MemoryBudget(memory));
    log.accept("Factorial sums by " + arithmetic);
    return arithmetic;
  }
}
