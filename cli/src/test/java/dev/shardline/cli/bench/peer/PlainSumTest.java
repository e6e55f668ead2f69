package dev.shardline.cli.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.result.IntegerValue;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainSumTest {

  /** OEIS A007489, shifted by one. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 1", "3, 3", "4, 9", "5, 33", "6, 153", "7, 873", "8, 5913"})
  void addsFactorialsBelowTheNumber(long number, String sum) throws Exception {
    assertThat(PlainSum.of(number))
        .returns((long) sum.length(), IntegerValue::digits)
        .returns(sum, IntegerValue::leading)
        .returns(sum, IntegerValue::trailing)
        .returns(sha256(new BigInteger(sum)), IntegerValue::sha256);
  }

  @Test
  void givesTwentyDigitsOfEachEnd() {
    BigInteger sum = BigInteger.ZERO;
    BigInteger factorial = BigInteger.ONE;
    for (int i = 1; i < 30; i++) {
      factorial = factorial.multiply(BigInteger.valueOf(i));
      sum = sum.add(factorial);
    }
    String decimal = sum.toString();

    assertThat(PlainSum.of(30))
        .returns((long) decimal.length(), IntegerValue::digits)
        .returns(decimal.substring(0, 20), IntegerValue::leading)
        .returns(decimal.substring(decimal.length() - 20), IntegerValue::trailing);
  }

  /** Of its bytes without a sign, as many as its hexadecimal digits fill. */
  private static String sha256(BigInteger sum) throws NoSuchAlgorithmException {
    String hex = sum.toString(16);
    byte[] bytes = HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : "0" + hex);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
