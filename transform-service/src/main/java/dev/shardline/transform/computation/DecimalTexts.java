package dev.shardline.transform.computation;

import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.DecimalText;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * All decimal digits of a value: in the result while they are few, else in the object store, with a
 * reference in the result (claim check). Thread-safe.
 */
public final class DecimalTexts {

  private final int inlineLimit;
  private final Supplier<ObjectStore> store;

  /**
   * Keeps long texts in that store.
   *
   * @param inlineLimit the longest text that stays in the result, in characters
   * @param store asked for when the first long text comes
   */
  public DecimalTexts(int inlineLimit, Supplier<ObjectStore> store) {
    this.inlineLimit = inlineLimit;
    this.store = store;
  }

  /**
   * The value's digits. A shard's text has the same place however often it is computed.
   *
   * @throws dev.shardline.objectstore.ObjectStoreException if a long text cannot be stored
   */
  public DecimalText of(ShardId id, BigInteger value) {
    String digits = value.toString();
    if (digits.length() <= inlineLimit) {
      return new DecimalText.Inline(digits);
    }
    byte[] text = digits.getBytes(StandardCharsets.US_ASCII);
    ObjectKey key = ObjectKey.of("decimal", id.job().toString(), Integer.toString(id.index()));
    try {
      StoredObject object = store.get().put(key, text.length, out -> out.write(text));
      return new DecimalText.Reference(object.uri());
    } catch (IOException e) {
      throw new UncheckedIOException("a body in memory does not fail", e);
    }
  }
}
