package dev.shardline.transform.computation;

import dev.shardline.transform.factorial.SpareCores;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The cores of this worker's slots that compute no shard. A core is lent for one piece of work: a
 * slot that gets a shard meanwhile shares its core until that piece ends. Thread-safe.
 */
public final class IdleSlots implements SpareCores {

  private final int slots;
  private final IntSupplier busy;
  private int lent;

  /**
   * None lent yet.
   *
   * @param slots how many cores there are
   * @param busy how many of the slots compute now
   */
  public IdleSlots(int slots, IntSupplier busy) {
    this.slots = slots;
    this.busy = busy;
  }

  @Override
  public void both(Runnable checkpoint, Consumer<Runnable> here, Consumer<Runnable> there) {
    if (!take()) {
      SpareCores.NONE.both(checkpoint, here, there);
      return;
    }
    Piece piece = new Piece(checkpoint, there);
    Thread thread;
    try {
      thread =
          Thread.ofPlatform().name(Thread.currentThread().getName() + "-spare").start(piece::run);
    } catch (Throwable e) {
      // No thread, no piece.
      giveBack();
      throw e;
    }
    try {
      here.accept(checkpoint);
    } catch (Throwable e) {
      piece.abandon();
      throw e;
    } finally {
      join(thread, piece);
    }
    piece.throwIfFailed();
  }

  private synchronized boolean take() {
    if (busy.getAsInt() + lent >= slots) {
      return false;
    }
    lent++;
    return true;
  }

  private synchronized void giveBack() {
    lent--;
  }

  /** Waits in any case: the piece works on what the caller may give up next. */
  private static void join(Thread thread, Piece piece) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        piece.abandon();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work on the other core. */
  private final class Piece {

    private final Runnable checkpoint;
    private final Consumer<Runnable> work;
    private volatile boolean abandoned;
    private @Nullable Throwable failure;

    Piece(Runnable checkpoint, Consumer<Runnable> work) {
      this.checkpoint = checkpoint;
      this.work = work;
    }

    void abandon() {
      abandoned = true;
    }

    void run() {
      try {
        work.accept(this::check);
      } catch (Throwable e) {
        failure = e;
      } finally {
        giveBack();
      }
    }

    private void check() {
      if (abandoned) {
        throw new CancellationException("the other piece has ended");
      }
      checkpoint.run();
    }

    void throwIfFailed() {
      switch (failure) {
        case null -> {}
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new AssertionError("a consumer throws nothing else", e);
      }
    }
  }
}
