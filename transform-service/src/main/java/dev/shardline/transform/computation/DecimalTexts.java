package dev.shardline.transform.computation;

import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.DecimalText;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.StoredObject;
import dev.shardline.transform.integer.DecimalDigits;
import dev.shardline.transform.integer.DecimalSteps;
import dev.shardline.transform.integer.DigitCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All decimal digits of a value: in the result while they are few, else in the object store, with a
 * reference in the result (claim check). Thread-safe.
 */
public final class DecimalTexts {

  private final int inlineLimit;
  private final Supplier<ObjectStore> store;
  private final Function<Runnable, DecimalSteps> arithmetic;

  /**
   * Keeps long texts in that store.
   *
   * @param inlineLimit the longest text that stays in the result, in characters
   * @param store asked for when the first long text comes
   */
  public DecimalTexts(int inlineLimit, Supplier<ObjectStore> store) {
    this(inlineLimit, store, DecimalSteps::ofJava);
  }

  /**
   * Keeps long texts in that store, and has them computed by that arithmetic.
   *
   * @param arithmetic gives the steps of one conversion, with the checkpoint that it gets
   */
  public DecimalTexts(
      int inlineLimit, Supplier<ObjectStore> store, Function<Runnable, DecimalSteps> arithmetic) {
    this.inlineLimit = inlineLimit;
    this.store = store;
    this.arithmetic = arithmetic;
  }

  /**
   * The value's digits. A shard's text has the same place however often it is computed.
   *
   * @param checkpoint called on the calling thread before each piece of the work; an unchecked
   *     exception that it throws abandons the text, of which nothing is then stored
   * @throws dev.shardline.objectstore.ObjectStoreException if a long text cannot be stored
   */
  public DecimalText of(ShardId id, BigInteger value, Runnable checkpoint) {
    long digits = DigitCount.of(value.abs(), checkpoint);
    long length = digits + (value.signum() < 0 ? 1 : 0);
    if (length <= inlineLimit) {
      return new DecimalText.Inline(value.toString());
    }
    ObjectKey key = ObjectKey.of("decimal", id.job().toString(), Integer.toString(id.index()));
    try {
      StoredObject object =
          store
              .get()
              .put(
                  key,
                  length,
                  out -> DecimalDigits.write(value, digits, out, arithmetic.apply(checkpoint)));
      return new DecimalText.Reference(object.uri());
    } catch (IOException e) {
      throw new UncheckedIOException("an integer in memory does not fail", e);
    }
  }
}
