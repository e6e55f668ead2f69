package dev.shardline.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.transform.computation.NativeArithmetic;
import dev.shardline.transform.gmp.GmpLibrary;
import dev.shardline.transform.gmp.GmpMissingException;
import dev.shardline.transform.gmp.RequiresGmp;
import dev.shardline.transform.settings.NativeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChosenArithmeticTest {

  private final List<String> log = new ArrayList<>();

  @Test
  void isJavaAloneWhereThereIsNoLibrary() {
    assertThat(chosen(NativeUse.AUTO, ChosenArithmeticTest::missing)).isNull();
    assertThat(log)
        .singleElement()
        .asString()
        .startsWith("Factorial sums by Java alone. GMP would be faster: libgmp is away: install");
  }

  @Test
  void isRefusedWhereTheLibraryIsRequiredAndMissing() {
    assertThatThrownBy(() -> chosen(NativeUse.REQUIRED, ChosenArithmeticTest::missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("transform.factorial.native=required: libgmp is away: install GMP")
        .hasMessageContaining("libgmp10");
  }

  @Test
  void isJavaAloneWhereTheLibraryIsOff() {
    Supplier<GmpLibrary> untouched =
        () -> {
          throw new AssertionError("looked for, though it is off");
        };

    assertThat(chosen(NativeUse.OFF, untouched)).isNull();
    assertThat(log).containsExactly("Factorial sums by Java alone: transform.factorial.native=off");
  }

  @Test
  @RequiresGmp
  void isTheLibraryWhereThereIsOne() {
    String says =
        "GMP %s from n = 2200 on, in up to 256 MiB outside of the heap"
            .formatted(GmpLibrary.ofSystem().version());

    assertThat(chosen(NativeUse.AUTO, GmpLibrary::ofSystem)).hasToString(says);
    assertThat(chosen(NativeUse.REQUIRED, GmpLibrary::ofSystem)).hasToString(says);
    assertThat(log).containsExactly("Factorial sums by " + says, "Factorial sums by " + says);
  }

  private static GmpLibrary missing() {
    throw new GmpMissingException("libgmp is away");
  }

  private @Nullable NativeArithmetic chosen(NativeUse use, Supplier<GmpLibrary> library) {
    return ChosenArithmetic.of(use, 256 << 20, library, log::add);
  }
}
