package dev.shardline.transform.computation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.DecimalText;
import dev.shardline.objectstore.FilesystemObjectStore;
import java.io.IOException;
import java.math.BigInteger;
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

  private DecimalTexts texts(int inlineLimit) {
    return new DecimalTexts(inlineLimit, () -> new FilesystemObjectStore(directory));
  }

  private static String read(DecimalText text) throws IOException {
    return Files.readString(Path.of(((DecimalText.Reference) text).uri()), US_ASCII);
  }
}
