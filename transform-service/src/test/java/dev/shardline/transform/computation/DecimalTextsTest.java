package dev.shardline.transform.computation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.DecimalText;
import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.objectstore.S3ObjectStore;
import dev.shardline.objectstore.S3Settings;
import dev.shardline.objectstore.s3.TestS3;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecimalTextsTest {

  private static final ShardId ID = new ShardId(JobId.create(), 3, 7);

  @TempDir private Path directory;

  @Test
  void keepsATextUpToTheLimitInTheResult() {
    assertThat(texts(5).of(ID, BigInteger.valueOf(12345), () -> {}))
        .isEqualTo(new DecimalText.Inline("12345"));
    assertThat(texts(6).of(ID, BigInteger.valueOf(-12345), () -> {}))
        .isEqualTo(new DecimalText.Inline("-12345"));
  }

  @Test
  void opensNoStoreForTextsUpToTheLimit() {
    DecimalTexts texts =
        new DecimalTexts(
            5,
            () -> {
              throw new AssertionError("the store was asked for");
            });

    assertThat(texts.of(ID, BigInteger.TEN, () -> {})).isEqualTo(new DecimalText.Inline("10"));
  }

  @Test
  void storesEveryDigitOfALongerText() throws IOException {
    BigInteger value = BigInteger.valueOf(7).pow(10_000);

    DecimalText text = texts(1000).of(ID, value, () -> {});

    assertThat(read(text)).isEqualTo(value.toString());
  }

  @Test
  void countsAndStoresTheSign() throws IOException {
    assertThat(read(texts(5).of(ID, BigInteger.valueOf(-12345), () -> {}))).isEqualTo("-12345");
  }

  @Test
  void keepsThePlaceOfAShardsTextHoweverOftenItIsComputed() throws IOException {
    DecimalText first = texts(1).of(ID, BigInteger.TEN, () -> {});
    DecimalText again = texts(1).of(ID, BigInteger.TEN, () -> {});
    DecimalText neighbour =
        texts(1).of(new ShardId(ID.job(), 4, 7), BigInteger.valueOf(11), () -> {});

    assertThat(again).isEqualTo(first).isNotEqualTo(neighbour);
    assertThat(read(again)).isEqualTo("10");
    assertThat(read(neighbour)).isEqualTo("11");
  }

  @Test
  void storesTheDigitsInS3WhereTheStoreIsThere() throws IOException {
    TestS3 s3 = TestS3.shared();
    S3Settings settings =
        new S3Settings(s3.newBucket(), "", s3.connection(), S3Settings.MIN_PART_BYTES);
    BigInteger value = BigInteger.valueOf(7).pow(10_000);
    try (S3ObjectStore store = new S3ObjectStore(settings)) {
      DecimalText text = new DecimalTexts(1000, () -> store).of(ID, value, () -> {});

      URI uri = ((DecimalText.Reference) text).uri();
      assertThat(uri)
          .isEqualTo(URI.create("s3://%s/decimal/%s/3".formatted(settings.bucket(), ID.job())));
      assertThat(
              s3.client()
                  .getObjectAsBytes(
                      get -> get.bucket(uri.getHost()).key(uri.getPath().substring(1)))
                  .asString(US_ASCII))
          .isEqualTo(value.toString());
    }
  }

  private DecimalTexts texts(int inlineLimit) {
    return new DecimalTexts(inlineLimit, () -> new FilesystemObjectStore(directory));
  }

  private static String read(DecimalText text) throws IOException {
    return Files.readString(Path.of(((DecimalText.Reference) text).uri()), US_ASCII);
  }
}
