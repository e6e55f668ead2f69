package dev.shardline.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.shardline.objectstore.s3.TestS3;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

class S3ObjectStoreTest extends ObjectStoreContract {

  private static final TestS3 S3 = TestS3.shared();
  private static final int PART = (int) S3Settings.MIN_PART_BYTES;
  private static final ObjectKey KEY = ObjectKey.of("raw", "a");

  private String bucket;
  private S3ObjectStore store;

  @BeforeEach
  void createStore() {
    bucket = S3.newBucket();
    store = store(bucket);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Override
  protected ObjectStore store() {
    return store;
  }

  /** S3 does; S3Mock lets all put whose look came before the first of them had put. */
  @Override
  protected boolean decidesAmongWriters() {
    return false;
  }

  @Test
  void namesAnObjectByBucketPrefixAndKey() throws IOException {
    StoredObject stored = store.put(ObjectKey.of("raw", "Ä/%"), 10, out -> out.write('a'));

    assertThat(stored.uri()).isEqualTo(URI.create("s3://" + bucket + "/ours/v1/raw/=c3=84=2f=25"));
    assertThat(head("ours/v1/raw/=c3=84=2f=25").contentLength()).isEqualTo(1);
  }

  @Test
  void keepsObjectsAtTheBucketsRootWithoutAPrefix() throws IOException {
    S3Settings settings = new S3Settings(bucket, "", S3.connection(), PART);
    try (S3ObjectStore plain = new S3ObjectStore(settings)) {
      assertThat(plain.put(KEY, 10, out -> out.write('a')).uri())
          .isEqualTo(URI.create("s3://" + bucket + "/raw/a"));
    }
  }

  @Test
  void keepsTheHashAsMetadataOfAnObjectOfOnePart() throws IOException {
    StoredObject stored = store.put(KEY, PART, out -> out.write(new byte[PART]));

    assertThat(head("ours/v1/raw/a").metadata()).containsEntry("sha256", stored.sha256());
    assertThat(head("ours/v1/raw/a").eTag()).doesNotContain("-");
  }

  @Test
  void sendsALargerObjectInParts() throws IOException {
    byte[] bytes = new byte[2 * PART + 1];
    new Random(7).nextBytes(bytes);

    store.put(KEY, bytes.length, out -> out.write(bytes));

    assertThat(head("ours/v1/raw/a").eTag()).endsWith("-3\"");
    try (InputStream in = store.open(KEY)) {
      assertThat(Arrays.equals(in.readAllBytes(), bytes)).isTrue();
    }
    assertThat(uploadsUnderWay()).isZero();
  }

  @Test
  void abortsTheUploadOfABodyThatFails() {
    IOException failure = new IOException("the source broke off");

    assertThatThrownBy(() ->
            store.put(
                KEY,
                Long.MAX_VALUE,
                out -> {
                  out.write(new byte[PART + 1]);
                  assertThat(uploadsUnderWay()).isEqualTo(1);
                  throw failure;
                }))
        .isSameAs(failure);

    assertThat(uploadsUnderWay()).isZero();
    assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(ObjectNotFoundException.class);
  }

  @Test
  void abortsTheUploadOfABodyThatIsTooLarge() {
    assertThatThrownBy(() -> store.put(KEY, PART + 1, out -> out.write(new byte[PART + 2])))
        .isInstanceOf(ObjectTooLargeException.class);
    assertThatThrownBy(() ->
            store.put(
                KEY,
                PART + 1,
                out -> {
                  out.write(new byte[PART + 1]);
                  out.write(0);
                }))
        .isInstanceOf(ObjectTooLargeException.class);

    assertThat(uploadsUnderWay()).isZero();
  }

  @Test
  void abortsTheUploadOfAThreadThatIsInterrupted() {
    Throwable thrown =
        catchThrowable(() ->
            store.put(
                KEY,
                Long.MAX_VALUE,
                out -> {
                  out.write(new byte[PART + 1]);
                  Thread.currentThread().interrupt();
                  out.write(new byte[PART]);
                }));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .isInstanceOf(ObjectStoreException.class)
        .hasMessageContaining("stopped while the object raw/a was stored");
    assertThat(uploadsUnderWay()).isZero();
    assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(ObjectNotFoundException.class);
  }

  @Test
  void keepsOneOfTwoLargeObjectsWholeThatArePutAtOnce() throws Exception {
    List<Callable<StoredObject>> puts = List.of(() -> putLarge('a'), () -> putLarge('b'));
    List<StoredObject> stored;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<StoredObject>> running = threads.invokeAll(puts);
      stored = List.of(running.get(0).get(), running.get(1).get());
    }

    try (InputStream in = store.open(KEY)) {
      byte[] bytes = in.readAllBytes();
      Sha256 hash = new Sha256();
      hash.update(bytes, 0, bytes.length);
      assertThat(bytes).hasSize(PART + 4);
      assertThat(stored)
          .extracting(StoredObject::sha256)
          .contains(hash.hex())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void saysThatTheBucketIsMissing() {
    assertThatThrownBy(() -> store("no-such-bucket").put(KEY, 1, out -> out.write('a')))
        .isExactlyInstanceOf(ObjectStoreException.class)
        .hasMessageContaining("there is no bucket no-such-bucket: create it");
    assertThatThrownBy(() -> store("no-such-bucket").open(KEY))
        .isExactlyInstanceOf(ObjectStoreException.class)
        .hasMessageContaining("there is no bucket no-such-bucket");
  }

  private StoredObject putLarge(char filling) throws IOException {
    byte[] quarter = new byte[PART / 4 + 1];
    Arrays.fill(quarter, (byte) filling);
    return store.put(
        KEY,
        Long.MAX_VALUE,
        out -> {
          for (int i = 0; i < 4; i++) {
            out.write(quarter);
          }
        });
  }

  private S3ObjectStore store(String name) {
    return new S3ObjectStore(new S3Settings(name, "ours/v1", S3.connection(), PART));
  }

  private HeadObjectResponse head(String name) {
    return S3.client().headObject(head -> head.bucket(bucket).key(name));
  }

  private int uploadsUnderWay() {
    return S3.client().listMultipartUploads(list -> list.bucket(bucket)).uploads().size();
  }
}
