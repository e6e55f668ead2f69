package dev.shardline.transform.integer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

  /** Expected values from Python's hashlib over int.to_bytes. */
  @ParameterizedTest
  @CsvSource({
    "0, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "1, 4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a",
    "127, 620bfdaa346b088fb49998d92f19a7eaf6bfc2fb0aee015753966da1028cb731",
    "128, 76be8b528d0075f7aae98d6fa57a6d3c83ae480a8469e668d7b0af968995ac71",
    "255, a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89",
    "256, 47dc540c94ceb704a23875c11273e16bb0b8a87aed84de911f2133568115f254",
    "32767, fc5c2283015b212d975b85e56b2a75aac4b50bd5aba30cbe74f62857c380bd47",
    "32768, 8509b81230019d2ad970d970f791dfbdc8caf54f5c594fcd327cef9feed206c1",
    "10000000000000000000000000000000000000000, 9b3c0865098174c24d6815cb54ddf98e678096c7162bd04326920b8243ecb49f"
  })
  void isTheHashOfTheUnsignedBytes(BigInteger value, String sha256) {
    assertThat(Fingerprint.sha256(value, () -> {})).isEqualTo(sha256);
  }
}
