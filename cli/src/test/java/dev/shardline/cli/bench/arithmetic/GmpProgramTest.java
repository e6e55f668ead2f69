package dev.shardline.cli.bench.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GmpProgramTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 64, 65, 66, 1000, 12_345})
  void computesTheSumWhereItCanBeCompiled(int n) throws Exception {
    GmpProgram program = GmpProgram.compile(directory);
    assumeTrue(program.file() != null, "GMP in C is skipped: " + program.why());

    assertThat(program.cpuNanos(n, Duration.ofMillis(1), PlainSums.residue(n))).isPositive();
  }

  @Test
  void refusesAnotherSum() throws Exception {
    GmpProgram program = GmpProgram.compile(directory);
    assumeTrue(program.file() != null, "GMP in C is skipped: " + program.why());

    assertThatThrownBy(() -> program.cpuNanos(8, Duration.ofMillis(1), 5912))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("GMP in C has another sum of 8: ");
  }

  @Test
  void tellsThatThereIsNoCompiler() throws Exception {
    GmpProgram program = GmpProgram.compile(directory, List.of("no-such-cc", "no-such-gcc"));

    assertThat(program.file()).isNull();
    assertThat(program.why()).isEqualTo("no C compiler was found (no-such-cc, no-such-gcc)");
  }

  @Test
  void tellsThatTheHeaderIsMissing() throws Exception {
    Path compiler =
        Files.writeString(
            directory.resolve("cc"),
            """
            #!/bin/sh
            echo "gmp-sum.c:9:10: fatal error: gmp.h: No such file or directory" >&2
            exit 1
            """);
    Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwx------"));

    GmpProgram program = GmpProgram.compile(directory, List.of(compiler.toString()));

    assertThat(program.file()).isNull();
    assertThat(program.why()).isEqualTo("gmp.h: No such file or directory");
  }
}
