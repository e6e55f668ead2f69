package dev.shardline.transform.part;

import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.part.Step;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectNotFoundException;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.ObjectStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is kept of shards in parts: partial values, the decision what becomes of them, and that it
 * was carried out. Partial values are deleted then; the other two are small and stay, because a
 * record may be delivered late. Every method throws {@link ObjectStoreException} if the store fails
 * or the thread is interrupted, which stays set. Thread-safe.
 */
public final class PartObjects {

  private static final String DECISION = "decision";
  private static final String FINISHED = "finished";

  private final Supplier<ObjectStore> store;

  /**
   * Kept in that store.
   *
   * @param store asked for at each use
   */
  public PartObjects(Supplier<ObjectStore> store) {
    this.store = store;
  }

  /** Whether the shard's answer is durable. */
  public boolean isFinished(PartRun run) {
    return store.get().exists(run.key(FINISHED));
  }

  /** The shard's answer is durable: from now on nobody gives another one. */
  public void finish(PartRun run) {
    var _ = store.get().putIfAbsent(run.key(FINISHED), new byte[0]);
  }

  /** What was decided, if anything was. */
  public Optional<Decision> decision(PartRun run) {
    ObjectKey key = run.key(DECISION);
    try (InputStream in = store.get().open(key)) {
      return Optional.of(Decision.decode(in.readAllBytes()));
    } catch (ObjectNotFoundException e) {
      return Optional.empty();
    } catch (IOException | InvalidMessageException e) {
      throw new ObjectStoreException("the decision " + key + " cannot be read: " + e, e);
    }
  }

  /**
   * Decides, unless somebody has.
   *
   * @return the decision that stands, by whomever
   */
  public Decision decide(PartRun run, Decision wanted) {
    var _ = store.get().putIfAbsent(run.key(DECISION), wanted.encode());
    return decision(run)
        .orElseThrow(
            () -> new ObjectStoreException("the decision " + run.key(DECISION) + " is gone", null));
  }

  /** Keeps the partial value of a part. */
  public void store(PartRun run, Step part, List<BigInteger> value) {
    try {
      var _ =
          store
              .get()
              .put(key(run, part), PartialValue.size(value), out -> PartialValue.write(value, out));
    } catch (IOException e) {
      throw new UncheckedIOException("integers in memory do not fail", e);
    }
  }

  /** Whether the partial value of a part is kept. */
  public boolean isStored(PartRun run, Step part) {
    return store.get().exists(key(run, part));
  }

  /** Whether the partial values of all parts are kept. */
  public boolean areAllStored(PartRun run, List<Long> bounds) {
    return Step.partsOf(bounds).allMatch(part -> isStored(run, part));
  }

  /**
   * The partial value of a part.
   *
   * @throws ObjectNotFoundException if it is not kept, or no longer
   */
  public List<BigInteger> load(PartRun run, Step part) {
    ObjectKey key = key(run, part);
    try (InputStream in = store.get().open(key)) {
      return PartialValue.read(in);
    } catch (IOException e) {
      throw new ObjectStoreException("the partial value %s is damaged: %s".formatted(key, e), e);
    }
  }

  /** Deletes the partial value of a part. */
  public void delete(PartRun run, Step part) {
    store.get().delete(key(run, part));
  }

  /** By its range: a part of another division of the same shard has another. */
  private static ObjectKey key(PartRun run, Step part) {
    return run.key(part.from() + "-" + part.to());
  }
}
