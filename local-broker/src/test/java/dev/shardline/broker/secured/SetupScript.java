package dev.shardline.broker.secured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AclBinding;

/** What {@code setup.sh} asks Kafka's scripts for: they are replaced by ones that note it. */
public final class SetupScript {

  private static final List<String> SCRIPTS =
      List.of("kafka-topics.sh", "kafka-configs.sh", "kafka-acls.sh");

  private static final Map<String, String> RESOURCES =
      Map.of("--topic", "topic", "--group", "group", "--transactional-id", "transactionalId");

  private final Map<String, KafkaResources.Topic> topics = new TreeMap<>();
  private final Map<String, Map<String, String>> groups = new TreeMap<>();
  private final Map<String, Set<AclBinding>> users = new TreeMap<>();

  private SetupScript() {}

  /**
   * Runs a script.
   *
   * @param scratch an empty directory of this run alone
   */
  public static SetupScript run(Path script, Path scratch) throws InterruptedException {
    Path notes = scratch.resolve("notes");
    for (String name : SCRIPTS) {
      KafkaScripts.write(
          scratch.resolve(name),
          "#!/bin/sh\n{ echo " + name + "; printf '%s\\n' \"$@\"; echo; } >> \"$NOTES\"\n");
    }
    ScriptRun run =
        ScriptRun.of(
            script,
            scratch,
            Map.of(
                "BOOTSTRAP_SERVER", "kafka:9093",
                "KAFKA_BIN", scratch.toString(),
                "NOTES", notes.toString()));
    if (run.exitCode() != 0) {
      throw new IllegalStateException(run.output());
    }
    SetupScript asked = new SetupScript();
    for (String call : read(notes).split("\n\n", -1)) {
      if (!call.isBlank()) {
        asked.note(call.lines().toList());
      }
    }
    return asked;
  }

  /** The topics that it creates, by name. */
  public Map<String, KafkaResources.Topic> topics() {
    return topics;
  }

  /** The settings of groups that it sets, by group. */
  public Map<String, Map<String, String>> groups() {
    return groups;
  }

  /** The rights that it grants, by user. */
  public Map<String, Set<AclBinding>> users() {
    return users;
  }

  private void note(List<String> call) {
    switch (call.getFirst()) {
      case "kafka-topics.sh" ->
          topics.put(
              value(call, "--topic"),
              new KafkaResources.Topic(
                  Integer.parseInt(value(call, "--partitions")),
                  Integer.parseInt(value(call, "--replication-factor")),
                  settings(values(call, "--config"))));
      case "kafka-configs.sh" ->
          groups.put(
              value(call, "--entity-name"),
              settings(List.of(value(call, "--add-config").split(",", -1))));
      default -> {
        String user = value(call, "--allow-principal").substring("User:".length());
        RESOURCES.forEach((option, type) -> {
          for (String name : values(call, option)) {
            users
                .computeIfAbsent(user, _ -> new HashSet<>())
                .add(KafkaResources.right(user, value(call, "--operation"), type, name));
          }
        });
      }
    }
  }

  private static Map<String, String> settings(List<String> assignments) {
    Map<String, String> settings = new TreeMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      settings.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return settings;
  }

  private static String read(Path notes) {
    try {
      return Files.readString(notes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String value(List<String> call, String option) {
    List<String> values = values(call, option);
    if (values.size() != 1) {
      throw new IllegalStateException(option + " in " + call);
    }
    return values.getFirst();
  }

  private static List<String> values(List<String> call, String option) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < call.size() - 1; i++) {
      if (call.get(i).equals(option)) {
        values.add(call.get(i + 1));
      }
    }
    return values;
  }
}
