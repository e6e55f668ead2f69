package dev.shardline.cli.stack;

import dev.shardline.cli.cluster.ClusterSettings;
import java.util.ArrayList;
import java.util.List;

/** Where the parts of a running stack are, and what to type next. */
public final class StackAddresses {

  private StackAddresses() {}

  /** For people, in their order. */
  public static List<String> of(LocalStack stack) {
    List<String> lines = new ArrayList<>();
    lines.add("Ready.");
    lines.add(line("broker", stack.cluster().bootstrapServer()));
    lines.add(line("ingest", stack.ingest().health().toString()));
    stack.transforms().forEach(service -> lines.add(line(service.name(), service.health() + "")));
    stack.page().ifPresent(page -> lines.add(line("page", page.toString())));
    lines.add(line("data", stack.directory() + (stack.isKept() ? "" : "  (deleted at the end)")));
    lines.add(line("logs", stack.directory().resolve("logs") + "  " + stack.brokerJvm().log()));
    lines.add("");
    lines.add("In another terminal:");
    String cluster = clusterOption(stack.cluster().bootstrapServer());
    lines.add("  ./shardline submit" + cluster + " 2500 2600 2700 2800");
    lines.add("  ./shardline ingest" + cluster + " example=https://example.com/");
    lines.add("Ctrl-C finishes the work that runs, then stops everything.");
    return List.copyOf(lines);
  }

  /** Nothing where the commands look by themselves. */
  static String clusterOption(String bootstrapServer) {
    String port = bootstrapServer.substring(bootstrapServer.lastIndexOf(':'));
    return ClusterSettings.DEFAULT_BOOTSTRAP_SERVER.endsWith(port)
        ? ""
        : " --bootstrap-server " + bootstrapServer;
  }

  private static String line(String what, String where) {
    return String.format("  %-12s %s", what, where);
  }
}
