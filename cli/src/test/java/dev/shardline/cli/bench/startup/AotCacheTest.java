package dev.shardline.cli.bench.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  @TempDir private Path target;
  private Path jar;

  @BeforeEach
  void build() throws Exception {
    jar = Files.createDirectories(target.resolve("quarkus-app")).resolve("quarkus-run.jar");
    Files.createFile(jar);
  }

  @Test
  void isNoneWhereTheBuildRecordedNone() {
    assertThat(AotCache.beside(jar)).isEmpty();
  }

  @Test
  void isTheNewestThatTheBuildRecorded() throws Exception {
    Path old = Files.createFile(target.resolve("quarkus-app").resolve("app.aot"));
    Path recent =
        Files.createFile(Files.createDirectories(target.resolve("aot")).resolve("transform.aot"));
    Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000));
    Files.setLastModifiedTime(recent, FileTime.fromMillis(2_000_000));

    assertThat(AotCache.beside(jar)).contains(new AotCache(recent));
    assertThat(new AotCache(recent).flags())
        .containsExactly("-XX:AOTCache=" + recent, "-XX:AOTMode=on");
  }
}
