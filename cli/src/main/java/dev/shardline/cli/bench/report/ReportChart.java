package dev.shardline.cli.bench.report;

import dev.shardline.cli.bench.Surroundings;
import dev.shardline.cli.bench.report.SvgWriter.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as a picture in SVG, without scripts: a panel for each measure, in it a mark for each
 * figure with its value beside it, and a thin line over the span of its rounds. It follows the
 * reader's choice of a light or a dark page, and says everything in words too.
 */
public final class ReportChart {

  static final double WIDTH = 820;
  static final double MARGIN = 20;

  /** About what a character of the style's text takes. */
  private static final double CHARACTER = 7.3;

  /** Room for the headings of groups, so that few lines of the axis cross them. */
  private static final double NARROWEST_LABELS = 150;

  private static final double LINE = 17;
  private static final int LETTERS_IN_LINE = 112;

  private static final String STYLE =
      """
      svg { background: #ffffff; color-scheme: light dark; --ink: #1f2328; --faint: #59636e;
        --grid: #d8dee4; --c0: #0072b2; --c1: #d55e00; --c2: #009e73; --c3: #b5538f; --c4: #8a6d00;
        --c5: #3a9bd1; --c6: #6e7781; font: 13px system-ui, sans-serif; }
      @media (prefers-color-scheme: dark) { svg { background: #0d1117; --ink: #e6edf3;
        --faint: #9198a1; --grid: #30363d; --c0: #4fa8dd; --c1: #f08a4b; --c2: #35c698;
        --c3: #dd8fc0; --c4: #d9b93b; --c5: #8fd0f5; --c6: #a2abb5; } }
      text { fill: var(--ink); } .title { font-size: 16px; font-weight: 600; }
      .measure, .group { font-weight: 600; } .faint { fill: var(--faint); font-size: 12px; }
      .grid { stroke: var(--grid); } .span { stroke: var(--ink); stroke-width: 1.5; opacity: .7; }
      .c0 { fill: var(--c0); } .c1 { fill: var(--c1); } .c2 { fill: var(--c2); }
      .c3 { fill: var(--c3); } .c4 { fill: var(--c4); } .c5 { fill: var(--c5); }
      .c6 { fill: var(--c6); }
      """;

  private ReportChart() {}

  /** The picture, with a line break at its end. */
  public static String of(Report report, Surroundings surroundings) {
    List<ChartPanel> panels = panels(report);
    List<String> below = below(report, surroundings);
    double top = MARGIN + 2 * LINE;
    double height =
        top + panels.stream().mapToDouble(ChartPanel::height).sum() + below.size() * LINE + MARGIN;
    SvgWriter svg =
        new SvgWriter(WIDTH, height, report.title(), String.join(" ", words(report)), STYLE);
    svg.text("title", MARGIN, MARGIN + LINE * 0.75, Anchor.START, report.title());
    for (ChartPanel panel : panels) {
      panel.draw(svg, top);
      top += panel.height();
    }
    for (String line : below) {
      svg.text("faint", MARGIN, top + LINE * 0.75, Anchor.START, line);
      top += LINE;
    }
    return svg.end();
  }

  private static List<ChartPanel> panels(Report report) {
    double labels =
        report.figures().stream()
            .mapToDouble(figure -> figure.contestant().length() * CHARACTER)
            .reduce(NARROWEST_LABELS, Math::max);
    return ReportTable.distinct(report.figures(), ReportTable::heading).stream()
        .map(heading ->
            new ChartPanel(
                heading,
                report.figures().stream()
                    .filter(figure -> ReportTable.heading(figure).equals(heading))
                    .toList(),
                MARGIN + labels + 10))
        .toList();
  }

  /** What is told below the panels. */
  private static List<String> below(Report report, Surroundings surroundings) {
    List<String> lines = new ArrayList<>();
    report.ratios().forEach(ratio -> lines.addAll(broken(ratio.line())));
    report.notes().forEach(note -> lines.addAll(broken(note)));
    surroundings.lines().forEach(line -> lines.addAll(broken(line)));
    return lines;
  }

  private static List<String> words(Report report) {
    List<String> sentences = new ArrayList<>();
    for (Figure figure : report.figures()) {
      sentences.add(
          (figure.group().isEmpty() ? "" : figure.group() + ", ")
              + figure.contestant()
              + ": "
              + figure.measure()
              + " "
              + ShortNumber.of(figure.value())
              + " "
              + figure.unit()
              + ".");
    }
    return sentences;
  }

  private static List<String> broken(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : List.of(text.split(" ", -1))) {
      if (line.length() + word.length() >= LETTERS_IN_LINE) {
        lines.add(line.toString());
        line.setLength(0);
        line.append("   ");
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines.stream().collect(Collectors.toUnmodifiableList());
  }
}
