package dev.shardline.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {

  @Test
  void putsAnyMessageOnOneLine() {
    Answer<String> answer = new Answer<>(0, "", Ending.DONE, "{\r\n  \"a\": 1\n}");

    assertThat(answer.jsonLine()).isEqualTo("{    \"a\": 1 }");
  }
}
