package dev.shardline.transform.gmp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * GMP's functions as method handles. Addresses are passed as plain numbers: a memory segment would
 * be checked at each of many thousands of calls, for memory that one computation owns.
 *
 * @param mul the product of two numbers of any length
 * @param shortMul the same, for short ones: without telling the JVM that native code runs, which
 *     costs more than such a product; the JVM cannot stop for a collection meanwhile
 * @param add the sum of a longer and a shorter number
 * @param sub the difference of a longer and a shorter number
 * @param getStr the digits of a number in a base
 */
record MpnFunctions(
    MethodHandle mul,
    MethodHandle shortMul,
    MethodHandle add,
    MethodHandle sub,
    MethodHandle getStr) {

  private static final String MUL = "__gmpn_mul";
  private static final String ADD = "__gmpn_add";
  private static final String SUB = "__gmpn_sub";
  private static final String GET_STR = "__gmpn_get_str";

  /** Of all functions that are called, as the library exports them. */
  static final List<String> NAMES = List.of(MUL, ADD, SUB, GET_STR);

  private static final FunctionDescriptor OF_TWO_NUMBERS =
      FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  /**
   * Makes them callable, which takes some 50 ms the first time.
   *
   * @throws NoSuchElementException if one is missing; the message names it
   */
  @SuppressWarnings("restricted") // the service is started with access to native code
  static MpnFunctions in(SymbolLookup library) {
    Linker linker = Linker.nativeLinker();
    return new MpnFunctions(
        linker.downcallHandle(library.findOrThrow(MUL), OF_TWO_NUMBERS),
        linker.downcallHandle(
            library.findOrThrow(MUL), OF_TWO_NUMBERS, Linker.Option.critical(false)),
        linker.downcallHandle(library.findOrThrow(ADD), OF_TWO_NUMBERS),
        linker.downcallHandle(library.findOrThrow(SUB), OF_TWO_NUMBERS),
        linker.downcallHandle(
            library.findOrThrow(GET_STR),
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG)));
  }
}
