package dev.shardline.cli.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A report as lines of text. Where it has groups, each measure is a table of groups by contestants;
 * where it has none, all measures are one table, with a line for each contestant.
 */
public final class ReportTable {

  private static final String NOTHING = "—";

  private ReportTable() {}

  /** The title, the tables, the ratios, the notes. */
  public static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(report.title());
    List<Figure> figures = report.figures();
    if (distinct(figures, Figure::group).size() > 1) {
      for (String measure : distinct(figures, ReportTable::heading)) {
        List<Figure> some = figures.stream().filter(f -> heading(f).equals(measure)).toList();
        lines.addAll(table(measure, some, Figure::group, Figure::contestant));
      }
    } else {
      lines.addAll(table("", figures, Figure::contestant, ReportTable::heading));
    }
    report.ratios().forEach(ratio -> lines.add(ratio.line()));
    lines.addAll(report.notes());
    return List.copyOf(lines);
  }

  /** A measure with its statistic and its unit. */
  static String heading(Figure figure) {
    return figure.measure() + ", " + figure.statistic() + ", " + figure.unit();
  }

  static SequencedSet<String> distinct(List<Figure> figures, Function<Figure, String> part) {
    return figures.stream().map(part).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> table(
      String corner,
      List<Figure> figures,
      Function<Figure, String> row,
      Function<Figure, String> column) {
    SequencedSet<String> columns = distinct(figures, column);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Figure figure : figures) {
      rows.computeIfAbsent(row.apply(figure), key -> new LinkedHashMap<>())
          .put(column.apply(figure), ShortNumber.of(figure.value()));
    }
    int first =
        Math.max(corner.length(), rows.keySet().stream().mapToInt(String::length).max().orElse(0));
    Map<String, Integer> widths = new LinkedHashMap<>();
    for (String name : columns) {
      int longest =
          rows.values().stream()
              .mapToInt(cells -> cells.getOrDefault(name, NOTHING).length())
              .max()
              .orElse(0);
      widths.put(name, Math.max(name.length(), longest));
    }
    List<String> lines = new ArrayList<>();
    StringBuilder header = new StringBuilder(padded(corner, first));
    widths.forEach((name, width) -> header.append("  ").append(aligned(name, width)));
    lines.add(header.toString());
    rows.forEach((name, cells) -> {
      StringBuilder line = new StringBuilder(padded(name, first));
      widths.forEach((key, width) ->
          line.append("  ").append(aligned(cells.getOrDefault(key, NOTHING), width)));
      lines.add(line.toString());
    });
    return lines;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** At the right, below the end of its heading. */
  private static String aligned(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
