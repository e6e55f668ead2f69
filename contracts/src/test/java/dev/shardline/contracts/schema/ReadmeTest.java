package dev.shardline.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.golden.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadmeTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

  private final String readme = read();

  @ParameterizedTest
  @EnumSource
  void givesAnExampleThatSchemaAndCodecAccept(Message message) {
    Pattern block = Pattern.compile("```json " + message.fileName() + "\n(.+?)```", Pattern.DOTALL);

    List<String> examples = block.matcher(readme).results().map(match -> match.group(1)).toList();

    assertThat(examples)
        .isNotEmpty()
        .allSatisfy(example -> {
          assertThat(MessageSchema.of(message).errors(example)).isEmpty();
          assertThat(message.rewritten(example)).isPresent();
        });
  }

  @Test
  void linksToWhatExists() {
    assertThat(LINK.matcher(readme).results().map((MatchResult link) -> Path.of(link.group(1))))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(path).exists());
  }

  private static String read() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
