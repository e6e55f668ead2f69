package dev.shardline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void leavesTextAsItIs() {
    assertThat(Printable.of("Zürich → 東京 \uD83D\uDE00 \\n"))
        .isEqualTo("Zürich → 東京 \uD83D\uDE00 \\n");
  }

  @Test
  void showsWhatATerminalWouldCarryOut() {
    assertThat(Printable.of("\u001b[2J\u001b]0;title\u0007"))
        .isEqualTo("\\u001b[2J\\u001b]0;title\\u0007");
    assertThat(Printable.of("a\r\nb\tc\u0000\u007f\u009b31m"))
        .isEqualTo("a\\u000d\\u000ab\\u0009c\\u0000\\u007f\\u009b31m");
  }

  @Test
  void showsWhatWouldTurnTheWritingDirectionOrBreakTheLine() {
    assertThat(Printable.of("exe\u202Etxt\u2028\u200B\uFEFF"))
        .isEqualTo("exe\\u202etxt\\u2028\\u200b\\ufeff");
  }

  @Test
  void showsHalfOfASurrogatePair() {
    assertThat(Printable.of("\uD83D!")).isEqualTo("\\ud83d!");
  }
}
