package dev.shardline.objectstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ObjectStore} does. An adapter's test extends this class. */
public abstract class ObjectStoreContract {

  private static final ObjectKey KEY = ObjectKey.of("raw", "a-job", "customer_api");
  private static final long MAX_BYTES = 100;

  /** The store under test: the same one throughout a test, empty at its start. */
  protected abstract ObjectStore store();

  /** Whether the server behind it looks whether there is an object, and puts one, in one step. */
  protected boolean decidesAmongWriters() {
    return true;
  }

  @Test
  void opensWhatWasPut() throws IOException {
    put(KEY, "abc");

    assertThat(read(KEY)).isEqualTo("abc");
  }

  @Test
  void tellsSizeAndHash() throws IOException {
    StoredObject stored = put(KEY, "abc");

    assertThat(stored.bytes()).isEqualTo(3);
    // The example of FIPS 180-4.
    assertThat(stored.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(stored.uri().isAbsolute()).isTrue();
  }

  @Test
  void keepsAnEmptyObject() throws IOException {
    StoredObject stored = put(KEY, "");

    assertThat(stored.bytes()).isZero();
    assertThat(read(KEY)).isEmpty();
  }

  @Test
  void keepsEveryByteOfALargeObject() throws IOException {
    long seed = new Random().nextLong();
    byte[] bytes = new byte[8 * 1024 * 1024 + 1];
    new Random(seed).nextBytes(bytes);

    store().put(KEY, bytes.length, out -> writeInPieces(out, bytes));

    try (InputStream in = store().open(KEY)) {
      assertThat(Arrays.equals(in.readAllBytes(), bytes)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void replacesAnObjectOfTheSameKey() throws IOException {
    put(KEY, "a first text");

    put(KEY, "another");

    assertThat(read(KEY)).isEqualTo("another");
  }

  @Test
  void keepsShowingTheObjectThatWasOpened() throws IOException {
    put(KEY, "a first text");

    try (InputStream in = store().open(KEY)) {
      put(KEY, "another");
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("a first text");
    }
  }

  @Test
  void hidesAnObjectUntilItIsComplete() throws IOException {
    store()
        .put(
            KEY,
            MAX_BYTES,
            out -> {
              out.write('a');
              out.flush();
              assertThatThrownBy(() -> store().open(KEY))
                  .isInstanceOf(ObjectNotFoundException.class);
            });

    assertThat(read(KEY)).isEqualTo("a");
  }

  @Test
  void passesTheFailureOfABodyOnAndStoresNothing() {
    IOException failure = new IOException("the source broke off");

    assertThatThrownBy(() -> store().put(KEY, MAX_BYTES, failingAfter("abc", failure)))
        .isSameAs(failure);

    assertThatThrownBy(() -> store().open(KEY)).isInstanceOf(ObjectNotFoundException.class);
  }

  @Test
  void keepsTheOlderObjectWhenItsReplacementFails() throws IOException {
    put(KEY, "abc");

    assertThatThrownBy(
            () -> store().put(KEY, MAX_BYTES, failingAfter("xyz", new IOException("broken"))))
        .isInstanceOf(IOException.class);

    assertThat(read(KEY)).isEqualTo("abc");
  }

  @Test
  void takesAnObjectOfTheLargestSize() throws IOException {
    store().put(KEY, 3, out -> out.write("abc".getBytes(UTF_8)));

    assertThat(read(KEY)).isEqualTo("abc");
  }

  @Test
  void stopsAnEndlessBodyAtTheLimitAndStoresNothing() {
    assertThatThrownBy(() -> store().put(KEY, MAX_BYTES, ObjectStoreContract::writeForEver))
        .isInstanceOf(ObjectTooLargeException.class)
        .hasMessageContaining("100 bytes");

    assertThatThrownBy(() -> store().open(KEY)).isInstanceOf(ObjectNotFoundException.class);
  }

  @Test
  void refusesATooLargeBodyThatSwallowsTheRefusal() {
    assertThatThrownBy(() ->
            store()
                .put(
                    KEY,
                    MAX_BYTES,
                    out ->
                        assertThatThrownBy(() -> writeForEver(out))
                            .isInstanceOf(ObjectTooLargeException.class)))
        .isInstanceOf(ObjectTooLargeException.class);
  }

  @Test
  void letsABodyCloseItsStream() throws IOException {
    store()
        .put(
            KEY,
            MAX_BYTES,
            out -> {
              try (out) {
                out.write('a');
              }
            });

    assertThat(read(KEY)).isEqualTo("a");
  }

  @Test
  void namesTheObjectThatIsNotThere() {
    assertThatThrownBy(() -> store().open(KEY))
        .isInstanceOf(ObjectNotFoundException.class)
        .hasMessageContaining("raw/a-job/customer_api");
  }

  @Test
  void keepsSimilarKeysApart() throws IOException {
    List<ObjectKey> keys =
        List.of(
            ObjectKey.of("a", "b/c"),
            ObjectKey.of("a/b", "c"),
            ObjectKey.of("a", "b", "c"),
            ObjectKey.of("A", "b", "c"),
            ObjectKey.of("a", "."),
            ObjectKey.of("a", ".."),
            ObjectKey.of("..", "a"),
            ObjectKey.of("a", "\ud800"),
            ObjectKey.of("a", "?"));

    for (ObjectKey key : keys) {
      put(key, key.path());
    }

    for (ObjectKey key : keys) {
      assertThat(read(key)).isEqualTo(key.path());
    }
  }

  @Test
  void storesNothingWhenItsThreadIsInterrupted() {
    Throwable thrown =
        catchThrowable(() ->
            store()
                .put(
                    KEY,
                    MAX_BYTES,
                    out -> {
                      out.write('a');
                      Thread.currentThread().interrupt();
                    }));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown).isExactlyInstanceOf(ObjectStoreException.class);
    assertThatThrownBy(() -> store().open(KEY)).isInstanceOf(ObjectNotFoundException.class);
  }

  @Test
  void keepsOneWholeObjectOfManyThatArePutAtOnce() throws Exception {
    List<Callable<StoredObject>> puts =
        IntStream.range(0, 8)
            .mapToObj(i -> (Callable<StoredObject>) () -> put(KEY, String.valueOf(i).repeat(90)))
            .toList();

    Set<String> hashes = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<StoredObject> put : threads.invokeAll(puts)) {
        hashes.add(put.get().sha256());
      }
    }

    String kept = read(KEY);
    assertThat(kept).hasSize(90).matches("(.)\\1*");
    assertThat(hashes).hasSize(8).contains(sha256(kept));
  }

  @Test
  void putsAnObjectWhereThereIsNone() throws IOException {
    assertThat(store().putIfAbsent(KEY, "abc".getBytes(UTF_8))).isTrue();

    assertThat(read(KEY)).isEqualTo("abc");
  }

  @Test
  void leavesAnObjectThatIsThereAsItIs() throws IOException {
    put(KEY, "abc");

    assertThat(store().putIfAbsent(KEY, "xyz".getBytes(UTF_8))).isFalse();

    assertThat(read(KEY)).isEqualTo("abc");
  }

  @Test
  void letsOneOfManyPutAnObjectWhereThereIsNone() throws Exception {
    List<Callable<Boolean>> puts =
        IntStream.range(0, 8)
            .mapToObj(i ->
                (Callable<Boolean>)
                    () -> store().putIfAbsent(KEY, String.valueOf(i).repeat(90).getBytes(UTF_8)))
            .toList();

    List<Boolean> stored = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> put : threads.invokeAll(puts)) {
        stored.add(put.get());
      }
    }

    assertThat(stored).contains(true);
    if (decidesAmongWriters()) {
      assertThat(stored).containsOnlyOnce(true);
    }
    assertThat(read(KEY))
        .isIn(
            IntStream.range(0, stored.size())
                .filter(stored::get)
                .mapToObj(i -> String.valueOf(i).repeat(90))
                .toList());
    assertThat(store().putIfAbsent(KEY, "xyz".getBytes(UTF_8))).isFalse();
  }

  @Test
  void tellsWhetherThereIsAnObject() throws IOException {
    assertThat(store().exists(KEY)).isFalse();

    put(KEY, "");

    assertThat(store().exists(KEY)).isTrue();
    assertThat(store().exists(ObjectKey.of("raw", "a-job", "another"))).isFalse();
  }

  @Test
  void deletesAnObjectAndDoesNothingWhereThereIsNone() throws IOException {
    put(KEY, "abc");

    store().delete(KEY);
    store().delete(KEY);

    assertThat(store().exists(KEY)).isFalse();
    assertThat(store().putIfAbsent(KEY, "xyz".getBytes(UTF_8))).isTrue();
  }

  private StoredObject put(ObjectKey key, String text) throws IOException {
    return store().put(key, MAX_BYTES, out -> out.write(text.getBytes(UTF_8)));
  }

  private String read(ObjectKey key) throws IOException {
    try (InputStream in = store().open(key)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(hash);
  }

  private static ObjectBody failingAfter(String text, IOException failure) {
    return out -> {
      out.write(text.getBytes(UTF_8));
      throw failure;
    };
  }

  private static void writeInPieces(OutputStream out, byte[] bytes) throws IOException {
    int piece = 10_007;
    for (int at = 0; at < bytes.length; at += piece) {
      out.write(bytes, at, Math.min(piece, bytes.length - at));
    }
  }

  private static void writeForEver(OutputStream out) throws IOException {
    byte[] bytes = new byte[7];
    while (true) {
      out.write(bytes);
    }
  }
}
