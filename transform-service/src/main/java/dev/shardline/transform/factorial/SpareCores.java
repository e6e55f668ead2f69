package dev.shardline.transform.factorial;

import java.util.function.Consumer;

/** Cores that a computation may use beside its own, while nobody else needs them. Thread-safe. */
@FunctionalInterface
public interface SpareCores {

  /** None: all is done by the calling thread. */
  SpareCores NONE =
      (checkpoint, here, there) -> {
        here.accept(checkpoint);
        there.accept(checkpoint);
      };

  /**
   * Does two pieces of work that do not depend on each other: at the same time if a core is spare
   * now, else one after the other. Returns when neither runs any more, also if one of them throws,
   * which ends the other at its next checkpoint; what was thrown first reaches the caller.
   *
   * @param checkpoint the caller's
   * @param here is done on the calling thread; gets the checkpoint that it is to call
   * @param there is done on any thread; gets the checkpoint that it is to call
   */
  void both(Runnable checkpoint, Consumer<Runnable> here, Consumer<Runnable> there);
}
