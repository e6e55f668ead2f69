package dev.shardline.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class in a JVM that ends when its parent does: standard input is a pipe whose
 * other end the parent holds, and which the kernel closes however the parent dies, at SIGKILL too.
 */
public final class AttachedMain {

  private AttachedMain() {}

  /**
   * Runs it.
   *
   * @param args the main class, then its arguments
   */
  public static void main(String[] args) throws Exception {
    Thread.ofPlatform().daemon().name("parent-watch").start(AttachedMain::exitWithParent);
    Class<?> main = Class.forName(args[0]);
    try {
      main.getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static void exitWithParent() {
    try {
      while (System.in.read() >= 0) {
        // The parent writes nothing; only the end of the stream matters.
      }
    } catch (IOException e) {
      // A broken pipe says the same as its end.
    }
    System.exit(143);
  }
}
