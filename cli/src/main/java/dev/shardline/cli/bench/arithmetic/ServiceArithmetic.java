package dev.shardline.cli.bench.arithmetic;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The arithmetic of a transform service whose classes are on the class path of this JVM. The
 * command line is built without the services, so their classes are found by name; which they are
 * stands here alone.
 */
final class ServiceArithmetic {

  private static final String PACKAGE = "dev.shardline.transform.";
  private static final String JAVA = PACKAGE + "factorial.FactorialSum";
  private static final String NATIVE = PACKAGE + "gmp.GmpFactorialSum";
  private static final int SMALL = 10;

  private ServiceArithmetic() {}

  /**
   * In pure Java.
   *
   * @throws IllegalStateException if it is not there
   */
  static IntFunction<BigInteger> java() {
    return sum(JAVA).orElseThrow(() -> new IllegalStateException("there is no class " + JAVA));
  }

  /**
   * In native code, if this build and this machine have it.
   *
   * @param why hears why not
   */
  static Optional<IntFunction<BigInteger>> nativeCode(Consumer<String> why) {
    Optional<IntFunction<BigInteger>> sum = sum(NATIVE);
    if (sum.isEmpty()) {
      why.accept("native arithmetic: this build of transform-service has none");
      return sum;
    }
    try {
      var _ = sum.get().apply(SMALL);
      return sum;
    } catch (IllegalStateException e) {
      why.accept("native arithmetic: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<IntFunction<BigInteger>> sum(String className) {
    try {
      Method of = Class.forName(className).getMethod("of", int.class, Runnable.class);
      return Optional.of(n -> call(of, n));
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private static BigInteger call(Method of, int n) {
    Runnable checkpoint = () -> {};
    try {
      return (BigInteger) of.invoke(null, n, checkpoint);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getTargetException();
      throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(of + " is not public", e);
    }
  }
}
