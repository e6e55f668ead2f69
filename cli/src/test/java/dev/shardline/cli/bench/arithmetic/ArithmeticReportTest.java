package dev.shardline.cli.bench.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Ratio;
import dev.shardline.cli.bench.report.Report;
import dev.shardline.cli.bench.report.Target;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticReportTest {

  private static final ArithmeticPlan PLAN =
      new ArithmeticPlan(
          List.of(30_000, 2_500, 2_500), 3, Duration.ofMillis(500), Duration.ofSeconds(20));

  @Test
  void comparesTheEngineWithGmpAndTheTutorialWithTheEngine() {
    Report report =
        ArithmeticReport.of(
            PLAN,
            List.of(
                new Sample(2_500, 3e6, Contestant.GMP_IN_C),
                new Sample(2_500, 3e6, Contestant.JAVA),
                new Sample(2_500, 30e6, Contestant.TUTORIAL),
                new Sample(2_500, 2e6, Contestant.GMP_IN_C),
                new Sample(2_500, 4e6, Contestant.GMP_IN_C)),
            List.of("a note"));

    assertThat(report.figures())
        .containsExactly(
            figure("n = 2,500", Contestant.TUTORIAL, 30.0),
            figure("n = 2,500", Contestant.JAVA, 3.0),
            figure("n = 2,500", Contestant.GMP_IN_C, 3.0, 2.0, 4.0));
    assertThat(report.ratios())
        .containsExactly(
            new Ratio("n = 2,500, transform-service, Java over GMP in C", 1, Target.atMost(1.15)),
            new Ratio(
                "n = 2,500, tutorial: every factorial anew over transform-service, Java",
                10,
                null));
    assertThat(report.notes()).containsExactly("a note");
  }

  @Test
  void takesNativeArithmeticForTheEngineWhereItIs() {
    Report report =
        ArithmeticReport.of(
            PLAN,
            List.of(
                new Sample(30_000, 9e6, Contestant.JAVA),
                new Sample(30_000, 3e6, Contestant.NATIVE),
                new Sample(30_000, 2e6, Contestant.GMP_IN_C)),
            List.of());

    assertThat(report.ratios())
        .containsExactly(
            new Ratio(
                "n = 30,000, transform-service, native over GMP in C", 1.5, Target.atMost(1.5)));
  }

  @ParameterizedTest
  @CsvSource({
    "2500, true, 1.15", "2800, true, 1.15", "10000, true, 1.5", "100000, true, 1.15",
    "2500, false, 1.15", "10000, false, ", "100000, false, ", "100, true, "
  })
  void hasTheTargetsThatWereSet(int n, boolean isNative, Double limit) {
    assertThat(ArithmeticReport.target(n, isNative))
        .isEqualTo(limit == null ? null : Target.atMost(limit));
  }

  @Test
  void isPlannedInAscendingOrderAndHandedOnAsText() {
    assertThat(PLAN.numbers()).containsExactly(2_500, 30_000);
    assertThat(ArithmeticPlan.of(PLAN.arguments())).isEqualTo(PLAN);
  }

  @Test
  void handsASampleOnAsALine() {
    Sample sample = new Sample(2_500, 1234.5, Contestant.TUTORIAL);

    assertThat(Sample.of(sample.line())).isEqualTo(sample);
  }

  private static Figure figure(String group, String contestant, Double... rounds) {
    return Figure.median(group, contestant, "CPU time of one", "ms", List.of(rounds));
  }
}
