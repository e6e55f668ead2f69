package dev.shardline.cli;

import dev.shardline.cli.ledger.Figure;
import dev.shardline.cli.ledger.Statement;
import dev.shardline.cli.terminal.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ledgers as they are told to people. */
final class LedgerTable {

  private LedgerTable() {}

  /** A line for each figure, then what is behind them, as far as the statements name it. */
  static List<String> of(Statement shards, Statement sources) {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "shards", "sources"));
    for (Figure figure : Figure.values()) {
      lines.add(row(figure.label(), number(shards, figure), number(sources, figure)));
    }
    lines.addAll(ids(shards));
    lines.addAll(ids(sources));
    return lines;
  }

  private static String row(String label, String shards, String sources) {
    return String.format(Locale.ROOT, "%-24s %12s %12s", label, shards, sources);
  }

  private static String number(Statement statement, Figure figure) {
    return String.format(Locale.ROOT, "%,d", statement.count(figure));
  }

  private static List<String> ids(Statement statement) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Figure, List<String>> ids : statement.ids().entrySet()) {
      Figure figure = ids.getKey();
      ids.getValue().forEach(id -> lines.add(figure.label() + ": " + Printable.of(id)));
      long more = statement.count(figure) - ids.getValue().size();
      if (more > 0 && figure != Figure.UNPUBLISHED) {
        lines.add(figure.label() + ": and " + more + " more");
      }
    }
    return lines;
  }
}
