package dev.shardline.cli.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The contract that the README tells. */
  @Test
  void hasTheShapeThatIsPromised() throws Exception {
    assertThat(JSON.readTree(ReportJson.of(Sample.report(), Sample.SURROUNDINGS)))
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "shape": 1,
                  "benchmark": "sample",
                  "title": "A sample",
                  "surroundings": {
                    "time": "2026-11-26T05:00:00Z",
                    "cores": 2,
                    "cpu": "Some CPU",
                    "memoryBytes": 8589934592,
                    "os": "Linux 6.1 amd64",
                    "jdk": "25.0.3",
                    "shardline": "0.1.0",
                    "kafkaBroker": "4.4.0",
                    "loadBefore": 0.5
                  },
                  "settings": {"rounds": "3"},
                  "figures": [
                    {"group": "", "contestant": "ours", "measure": "time", "unit": "s",
                     "statistic": "median", "value": 2.0, "rounds": [2.0, 1.0, 4.0]},
                    {"group": "", "contestant": "theirs", "measure": "time", "unit": "s",
                     "statistic": "median", "value": 4.0, "rounds": [4.0, 4.0, 4.0]},
                    {"group": "", "contestant": "ours", "measure": "memory", "unit": "MB",
                     "statistic": "median", "value": 1234.5, "rounds": [1234.5]}
                  ],
                  "tried": [
                    {"group": "", "contestant": "theirs, slow", "measure": "time", "unit": "s",
                     "statistic": "median", "value": 9.0, "rounds": [9.0]}
                  ],
                  "ratios": [
                    {"what": "ours over theirs", "value": 0.5,
                     "target": {"bound": "at_most", "value": 0.6}},
                    {"what": "theirs over ours", "value": 2.0, "target": null}
                  ],
                  "notes": ["a note"]
                }
                """));
  }

  @Test
  void hasNullForWhatIsNotKnown() throws Exception {
    Report report =
        Report.of("none", "None").ratio(Ratio.of("something over nothing", 1, 0, null)).build();
    var unknown =
        new dev.shardline.cli.bench.Surroundings(
            Sample.SURROUNDINGS.time(), 2, "", 1, "", "", "", null, -1);

    JsonNode json = JSON.readTree(ReportJson.of(report, unknown));

    assertThat(
            List.of(
                json.at("/surroundings/kafkaBroker"),
                json.at("/surroundings/loadBefore"),
                json.at("/ratios/0/value")))
        .allMatch(JsonNode::isNull);
  }
}
