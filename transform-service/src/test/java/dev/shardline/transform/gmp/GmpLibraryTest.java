package dev.shardline.transform.gmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GmpLibraryTest {

  private static final String REMEDY =
      ": install GMP for 64 bits (Debian and Ubuntu: libgmp10, Fedora and Alpine: gmp, macOS: brew"
          + " install gmp), and start the JVM with --enable-native-access=ALL-UNNAMED";

  @Test
  void isMissingWhereNoFileHasItsName() {
    assertThatThrownBy(() -> GmpLibrary.find(List.of("libnowhere.so.1", "libnowhere.so.2")))
        .isInstanceOf(GmpMissingException.class)
        .hasMessage("libnowhere.so.2 was not found" + REMEDY);
  }

  @Test
  @RequiresGmp
  void isMissingWhereItLacksAFunction() {
    SymbolLookup whole = GmpLibrary.ofSystem().symbols();
    for (String function : MpnFunctions.NAMES) {
      SymbolLookup without = name -> name.equals(function) ? Optional.empty() : whole.find(name);

      assertThatThrownBy(() -> GmpLibrary.in(without)).hasMessageContaining(function);
    }
  }

  @Test
  void isMissingWhereItsWordsAreShort() {
    MemorySegment bits = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT, 32);

    assertThatThrownBy(() -> GmpLibrary.in(name -> Optional.of(bits)))
        .isInstanceOf(GmpMissingException.class)
        .hasMessage("its words have 32 bits, expected 64" + REMEDY);
  }

  @Test
  @RequiresGmp
  void tellsItsVersion() {
    assertThat(GmpLibrary.ofSystem().version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
  }
}
