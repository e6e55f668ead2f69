package dev.shardline.systemtests.secured;

import dev.shardline.broker.secured.SecuredBroker;
import dev.shardline.systemtests.stack.CommandLineProcess;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;

/** {@code shardline} as some user of the broker. Keeps all that was printed. */
final class CommandLine {

  private static final int MOST_TRIES = 5;

  private static final String AWAY = "no Kafka broker answers";

  private final Path directory;
  private final SecuredBroker broker;
  private final Collection<String> printed = new ConcurrentLinkedQueue<>();

  /**
   * @param directory of the commands alone: what runs in it is ended with them
   */
  CommandLine(Path directory, SecuredBroker broker) {
    this.directory = directory;
    this.broker = broker;
  }

  /** How a command ended, and what it printed. */
  record Outcome(int exitCode, String out, String err) {}

  /**
   * Runs a command, and returns when it has ended. Again where it finds no broker: it waits for 6
   * s, and a machine on which services start may take longer than that to answer.
   */
  Outcome as(String user, String command, String... arguments)
      throws IOException, InterruptedException {
    Outcome outcome = once(user, command, arguments);
    for (int tries = 1; tries < MOST_TRIES && outcome.err().contains(AWAY); tries++) {
      outcome = once(user, command, arguments);
    }
    return outcome;
  }

  private Outcome once(String user, String command, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command.split(" ", -1)));
    all.addAll(List.of("--bootstrap-server", broker.bootstrapServers()));
    all.addAll(List.of("--command-config", properties(user).toString()));
    all.addAll(List.of(arguments));
    try (CommandLineProcess process =
        CommandLineProcess.start(directory, all.toArray(String[]::new))) {
      Outcome outcome = new Outcome(process.awaitExit(), process.out(), process.err());
      printed.add(outcome.out());
      printed.add(outcome.err());
      return outcome;
    }
  }

  String printed() {
    return String.join("\n", printed);
  }

  /** What a client needs to connect as a user, in a file. */
  Path properties(String user) throws IOException {
    Path file = directory.resolve(user + ".properties");
    Properties properties = new Properties();
    properties.putAll(broker.clientProperties(user));
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return file;
  }
}
