package dev.shardline.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpressionTest {

  @Test
  void findsMetricsWithTheirMatchersAmongFunctionsGroupingsRangesAndStrings() {
    assertThat(
            selectors(
                """
                # not_a_metric
                histogram_quantile(0.95, sum by (le, transform) (rate(a_bucket{transform=~".*"}[1m])))
                  > 1e3 and on (group) max by (group) (b:sum offset 15m) == 0
                  or sum(c) without (x) * ignoring(y) group_left (z) d{k="v } w", l!="\\"m\\""}
                  unless absent(e)
                """))
        .containsExactly(
            "a_bucket{transform=~\".*\"}", "b:sum", "c", "d{k=\"v } w\", l!=\"\\\"m\\\"\"}", "e");
  }

  @Test
  void tellsAMetricFromItsMatchers() {
    Expression.Selector selector =
        new Expression("here", "a_total {k=\"v=1\", l!~\"m\"}").selectors().iterator().next();

    assertThat(selector.metric()).isEqualTo("a_total");
    assertThat(selector.labels()).isEqualTo(Set.of("k", "l"));
  }

  private static List<String> selectors(String text) {
    return new Expression("here", text)
        .selectors().stream().map(Expression.Selector::text).toList();
  }
}
