package dev.shardline.deploy;

import dev.shardline.transform.factorial.MemoryDemand;
import dev.shardline.transform.integer.DecimalDigits;
import io.kubernetes.client.custom.Quantity;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README's sizes of pods are what is rendered, and the heap is enough for what it says. */
final class PodSizes {

  private static final Pattern HEAP =
      Pattern.compile(".*-XX:MaxRAMPercentage=([0-9]+).*|.*(-Xmx\\S+).*");

  private static final double MEGA = 1e6;

  /** What the serial collector's largest heap can hold: all but a survivor space. */
  private static final double USABLE = 29.0 / 30;

  /** What the service keeps of the heap for everything but numbers. */
  private static final double RESERVE = 48 << 20;

  /** What classes, threads and buffers take. */
  private static final double OTHERS = 100 * MEGA;

  /** How much heap the sum takes while it is computed, over its size. */
  private static final long TIMES_THE_SUM = 10;

  private PodSizes() {}

  /** Which of the rows that the overlays make are not in the README. */
  static List<String> problems(String readme, Manifests dev, Manifests production, Manifests base) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("ingest, base", columns(base, ServiceUnderTest.INGEST));
    rows.put("ingest, production", columns(production, ServiceUnderTest.INGEST));
    rows.put("transform, base", columns(base, ServiceUnderTest.TRANSFORM));
    rows.put("transform, dev", columns(dev, ServiceUnderTest.TRANSFORM));
    rows.put("monitor", columns(base, ServiceUnderTest.MONITOR));
    List<String> problems = new ArrayList<>();
    rows.forEach((title, columns) -> {
      String row = "| " + title + " " + columns;
      if (readme.lines().noneMatch(line -> line.startsWith(row))) {
        problems.add("deploy/README.md: a row is expected that begins so: " + row);
      }
    });
    return problems;
  }

  private static String columns(Manifests manifests, ServiceUnderTest service) {
    Workload workload = manifests.workload(service.deployment()).orElseThrow();
    var requests = workload.pod().path("containers").path(0).path("resources").path("requests");
    return "| %s | %s | %s |"
        .formatted(
            requests.path("cpu").asText(),
            requests.path("memory").asText(),
            heap(workload, manifests));
  }

  private static String heap(Workload workload, Manifests manifests) {
    Matcher options = HEAP.matcher(options(workload, manifests));
    if (!options.matches()) {
      return "of the JVM's choice";
    }
    return options.group(1) == null
        ? options.group(2)
        : "%s %%: %.0f MB".formatted(options.group(1), heapBytes(workload, manifests) / MEGA);
  }

  private static String options(Workload workload, Manifests manifests) {
    return workload.environment(manifests).getOrDefault("JAVA_TOOL_OPTIONS", "");
  }

  /** Of a heap that is a share of the limit. */
  private static double heapBytes(Workload workload, Manifests manifests) {
    Matcher options = HEAP.matcher(options(workload, manifests));
    if (!options.matches() || options.group(1) == null) {
      throw new IllegalArgumentException(workload.title() + " has no share of memory for heap");
    }
    return memory(workload) * Integer.parseInt(options.group(1)) / 100;
  }

  private static double memory(Workload workload) {
    return Quantity.fromString(
            workload.pod().at("/containers/0/resources/limits/memory").asText("0"))
        .getNumber()
        .doubleValue();
  }

  /**
   * Whether every slot of a worker may compute the largest number and write its decimal text at the
   * same time, with room for GMP and the JVM beside the heap.
   */
  static List<String> slots(Manifests manifests) {
    Workload workload = manifests.workload(ServiceUnderTest.TRANSFORM.deployment()).orElseThrow();
    int largest =
        Integer.parseInt(
            ServiceUnderTest.TRANSFORM.value(
                "transform.max-number", workload.environment(manifests)));
    int slots = Resources.ofPod(workload).cpu().setScale(0, RoundingMode.CEILING).intValueExact();
    double needed = slots * textBytes(largest) + RESERVE;
    double heap = heapBytes(workload, manifests) * USABLE;
    List<String> problems = new ArrayList<>();
    if (heap < needed) {
      problems.add(
          "%s: of the heap %.0f MB can be used, and %d slots take %.0f MB"
              .formatted(workload.title(), heap / MEGA, slots, needed / MEGA));
    }
    double beside = memory(workload) - heapBytes(workload, manifests);
    double outside =
        new MemorySizeConverter()
                .convert(
                    ServiceUnderTest.TRANSFORM.value(
                        "transform.factorial.native-memory", workload.environment(manifests)))
                .asLongValue()
            + OTHERS;
    if (beside < outside) {
      problems.add(
          "%s: beside the heap there are %.0f MB, and GMP and the JVM take %.0f MB"
              .formatted(workload.title(), beside / MEGA, outside / MEGA));
    }
    return problems;
  }

  /** The heap in which the sum of a number is written out. */
  private static double textBytes(int number) {
    long bytes = MemoryDemand.bytes(number) / TIMES_THE_SUM;
    return DecimalDigits.memoryDemand(
        BigInteger.ONE.shiftLeft(Math.toIntExact(bytes * Byte.SIZE - 1)));
  }
}
