package dev.shardline.transform.gmp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A GMP library that this process can call. Immutable. */
public final class GmpLibrary {

  /** Where it is looked for: names are left to the system's loader, which knows its directories. */
  private static final List<String> NAMES =
      System.getProperty("os.name").startsWith("Mac")
          ? List.of(
              "libgmp.10.dylib",
              "/opt/homebrew/lib/libgmp.10.dylib",
              "/usr/local/lib/libgmp.10.dylib",
              "/opt/local/lib/libgmp.10.dylib")
          : List.of("libgmp.so.10");

  /** Longer than any version's. */
  private static final int MAX_VERSION_LENGTH = 64;

  private final String version;
  private final SymbolLookup symbols;

  private GmpLibrary(String version, SymbolLookup symbols) {
    this.version = version;
    this.symbols = symbols;
  }

  /**
   * The library of this system, loaded when it is first asked for.
   *
   * @throws GmpMissingException if there is none that can be used; the message says why, and what
   *     to install
   */
  public static GmpLibrary ofSystem() {
    return OfSystem.get();
  }

  /** Its version, such as {@code 6.3.0}. */
  public String version() {
    return version;
  }

  /** What it exports; all of {@link MpnFunctions} is among it. */
  SymbolLookup symbols() {
    return symbols;
  }

  /**
   * The first of these that can be used.
   *
   * @param names file names for the system's loader, or paths
   * @throws GmpMissingException if none can
   */
  static GmpLibrary find(List<String> names) {
    if (ValueLayout.ADDRESS.byteSize() != Long.BYTES) {
      throw new GmpMissingException("this platform has no addresses of 64 bits");
    }
    GmpMissingException why = new GmpMissingException("no name to look for was given");
    for (String name : names) {
      try {
        return named(name);
      } catch (GmpMissingException e) {
        why = e;
      }
    }
    throw why;
  }

  @SuppressWarnings("restricted") // the service is started with access to native code
  private static GmpLibrary named(String name) {
    try {
      return in(SymbolLookup.libraryLookup(name, Arena.global()));
    } catch (NoSuchElementException | UnsupportedOperationException e) {
      throw new GmpMissingException(name + " cannot be used: " + e.getMessage());
    } catch (IllegalCallerException e) {
      throw new GmpMissingException("this JVM may not call native code: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new GmpMissingException(name + " was not found");
    }
  }

  /**
   * Of a library that is loaded.
   *
   * @throws NoSuchElementException if it lacks a function; the message names it
   * @throws GmpMissingException if its words do not have 64 bits
   */
  @SuppressWarnings("restricted") // the size of what lies at the address is known
  static GmpLibrary in(SymbolLookup library) {
    int bits =
        library
            .findOrThrow("__gmp_bits_per_limb")
            .reinterpret(Integer.BYTES)
            .get(ValueLayout.JAVA_INT, 0);
    if (bits != Long.SIZE) {
      throw new GmpMissingException("its words have " + bits + " bits, expected 64");
    }
    MemorySegment text =
        library
            .findOrThrow("__gmp_version")
            .reinterpret(ValueLayout.ADDRESS.byteSize())
            .get(ValueLayout.ADDRESS, 0)
            .reinterpret(MAX_VERSION_LENGTH);
    MpnFunctions.NAMES.forEach(library::findOrThrow);
    return new GmpLibrary(text.getString(0), library);
  }

  /** Looked for once: what is installed later counts from the next start on. */
  private static final class OfSystem {
    private static final @Nullable GmpLibrary LIBRARY;
    private static final String REASON;

    static {
      GmpLibrary found = null;
      String reason = "";
      try {
        found = find(NAMES);
      } catch (GmpMissingException e) {
        reason = e.reason();
      }
      LIBRARY = found;
      REASON = reason;
    }

    static GmpLibrary get() {
      if (LIBRARY == null) {
        throw new GmpMissingException(REASON);
      }
      return LIBRARY;
    }
  }
}
