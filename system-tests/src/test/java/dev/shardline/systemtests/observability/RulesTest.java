package dev.shardline.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alert rules are what Prometheus takes, and fire when they should and not else. */
class RulesTest {

  private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\w+)$");

  @Test
  void prometheusTakesTheRules() throws Exception {
    promtool("check", "rules", ObservabilityFiles.rules().toString());
  }

  @Test
  void alertsFireWhenTheyShouldAndNotElse() throws Exception {
    promtool("test", "rules", ObservabilityFiles.rulesTests().toString());
  }

  @Test
  void eachAlertHasATestInWhichItFiresAndOneInWhichItDoesNot() throws IOException {
    String tests = Files.readString(ObservabilityFiles.rulesTests());
    List<String> alerts =
        ALERT
            .matcher(Files.readString(ObservabilityFiles.rules()))
            .results()
            .map((MatchResult alert) -> alert.group(1))
            .toList();

    assertThat(alerts).isNotEmpty();
    assertThat(alerts)
        .allSatisfy(alert ->
            assertThat(tests)
                .containsPattern("alertname: " + alert + "\n *exp_alerts:[^\\[\n]*\n *- exp_labels")
                .containsPattern("alertname: " + alert + "(, |\n *)exp_alerts: \\[]"));
  }

  private static void promtool(String... arguments) throws IOException, InterruptedException {
    Path promtool = DebianTool.PROMTOOL.orSkip();
    ProcessBuilder command = new ProcessBuilder(promtool.toString()).redirectErrorStream(true);
    command.command().addAll(List.of(arguments));
    Process process = command.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("SUCCESS");
  }
}
