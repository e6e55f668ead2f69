package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import java.math.BigDecimal;
import java.util.function.ToIntFunction;

/** CPU in cores and memory in bytes, as requested. */
record Resources(BigDecimal cpu, BigDecimal memory) {

  private static final BigDecimal MILLI = new BigDecimal("1000");
  private static final BigDecimal MEBI = new BigDecimal(1024 * 1024);

  private static final Resources NONE = new Resources(BigDecimal.ZERO, BigDecimal.ZERO);

  /** What the pods of all workloads request, with so many pods of each. */
  static Resources total(Manifests manifests, ToIntFunction<Workload> pods) {
    return manifests
        .workloads()
        .map(workload -> ofPod(workload).times(pods.applyAsInt(workload)))
        .reduce(NONE, Resources::plus);
  }

  static Resources ofPod(Workload workload) {
    return workload
        .containers()
        .map(container -> container.path("resources").path("requests"))
        .map(requests -> new Resources(amount(requests, "cpu"), amount(requests, "memory")))
        .reduce(NONE, Resources::plus);
  }

  private static BigDecimal amount(JsonNode requests, String resource) {
    return Quantity.fromString(requests.path(resource).asText("0")).getNumber();
  }

  private Resources plus(Resources other) {
    return new Resources(cpu.add(other.cpu), memory.add(other.memory));
  }

  private Resources times(int count) {
    return new Resources(
        cpu.multiply(BigDecimal.valueOf(count)), memory.multiply(BigDecimal.valueOf(count)));
  }

  /** The last two columns of a row: {@code | 850m | 2048Mi |}. */
  String columns() {
    return "| %dm | %dMi |"
        .formatted(
            cpu.multiply(MILLI).intValueExact(),
            memory.divideToIntegralValue(MEBI).intValueExact());
  }
}
