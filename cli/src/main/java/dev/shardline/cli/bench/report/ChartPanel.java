package dev.shardline.cli.bench.report;

import dev.shardline.cli.bench.report.SvgWriter.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The figures of one measure below each other, with an axis of their own.
 *
 * @param heading the measure, its statistic and its unit
 * @param figures in the order of the report
 * @param left where the axis begins
 */
record ChartPanel(String heading, List<Figure> figures, double left) {

  private static final double ROW = 22;
  private static final double BAR = 13;
  private static final double BASELINE = 14.5;
  private static final double AXIS = 22;
  private static final double GAP = 14;
  private static final double DOT = 5;
  private static final double CAP = 3;
  private static final int COLOURS = 7;

  /** For the value beside the longest mark. */
  private static final double VALUES = 70;

  double height() {
    return ROW * (1 + figures.size() + groups().size()) + AXIS + GAP;
  }

  void draw(SvgWriter svg, double top) {
    ChartScale scale =
        ChartScale.of(
            figures.stream()
                .flatMap(figure ->
                    figure.hasSpan()
                        ? Stream.of(figure.value(), figure.smallest(), figure.largest())
                        : Stream.of(figure.value()))
                .toList());
    svg.text("measure", ReportChart.MARGIN, top + BASELINE, Anchor.START, heading);
    double first = top + ROW;
    double bottom = first + ROW * (figures.size() + groups().size());
    drawAxis(svg, scale, first, bottom);
    double row = first;
    String group = "";
    List<String> contestants = List.copyOf(ReportTable.distinct(figures, Figure::contestant));
    for (Figure figure : figures) {
      if (!figure.group().equals(group)) {
        group = figure.group();
        svg.text("group", ReportChart.MARGIN, row + BASELINE, Anchor.START, group);
        row += ROW;
      }
      drawFigure(svg, scale, figure, row, "c" + contestants.indexOf(figure.contestant()) % COLOURS);
      row += ROW;
    }
  }

  private void drawAxis(SvgWriter svg, ChartScale scale, double top, double bottom) {
    for (double tick : scale.ticks()) {
      svg.line("grid", x(scale, tick), top, x(scale, tick), bottom);
      svg.text("faint", x(scale, tick), bottom + 15, Anchor.MIDDLE, ShortNumber.round(tick));
    }
  }

  private void drawFigure(
      SvgWriter svg, ChartScale scale, Figure figure, double row, String colour) {
    double middle = row + ROW / 2;
    double end = x(scale, figure.value());
    svg.text("label", left - 10, row + BASELINE, Anchor.END, figure.contestant());
    if (scale.logarithmic()) {
      // A bar would begin at nothing, which such an axis does not have.
      svg.circle(colour, end, middle, DOT);
    } else {
      svg.rectangle(colour, left, middle - BAR / 2, Math.max(end - left, 1), BAR);
    }
    double right = end + (scale.logarithmic() ? DOT : 0);
    if (figure.hasSpan()) {
      double from = x(scale, figure.smallest());
      double to = x(scale, figure.largest());
      svg.line("span", from, middle, to, middle);
      svg.line("span", from, middle - CAP, from, middle + CAP);
      svg.line("span", to, middle - CAP, to, middle + CAP);
      right = Math.max(right, to);
    }
    svg.text("value", right + 6, row + BASELINE, Anchor.START, ShortNumber.of(figure.value()));
  }

  private double x(ChartScale scale, double value) {
    return left + scale.share(value) * (ReportChart.WIDTH - ReportChart.MARGIN - VALUES - left);
  }

  /** Those that have a heading, in their order; figures of a group follow each other. */
  private List<String> groups() {
    List<String> groups = new ArrayList<>();
    for (Figure figure : figures) {
      String before = groups.isEmpty() ? "" : groups.getLast();
      if (!figure.group().equals(before)) {
        groups.add(figure.group());
      }
    }
    return groups;
  }
}
