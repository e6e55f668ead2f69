package dev.shardline.cli.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportChartTest {

  @Test
  void saysInWordsWhatItShows() throws Exception {
    Element svg = chart(Sample.report()).getDocumentElement();

    assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("title description");
    assertThat(texts(svg, "title")).containsExactly("A sample");
    assertThat(texts(svg, "desc"))
        .containsExactly("ours: time 2.00 s. theirs: time 4.00 s. ours: memory 1,235 MB.");
    assertThat(texts(svg, "text"))
        .contains("time, median, s", "ours", "theirs", "2.00", "a note")
        .contains("ours over theirs: 0.50 (to be at most 0.60)")
        .anyMatch(line -> line.contains("2 cores"));
  }

  @Test
  void hasBarsFromZeroInProportionToTheFigures() throws Exception {
    List<Element> bars = elements(chart(Sample.report()).getDocumentElement(), "rect");

    assertThat(bars).hasSize(3);
    double ours = Double.parseDouble(bars.get(0).getAttribute("width"));
    double theirs = Double.parseDouble(bars.get(1).getAttribute("width"));
    assertThat(theirs / ours).isBetween(1.99, 2.01);
    assertThat(bars.get(0).getAttribute("x")).isEqualTo(bars.get(1).getAttribute("x"));
  }

  @Test
  void hasDotsWhereTheFiguresDifferByMagnitudes() throws Exception {
    Element svg = chart(Sample.grouped()).getDocumentElement();

    assertThat(elements(svg, "rect")).isEmpty();
    assertThat(elements(svg, "circle")).hasSize(3);
    assertThat(texts(svg, "text")).contains("n = 1", "n = 2");
  }

  @Test
  void takesTextForText() throws Exception {
    Report report =
        Report.of("x", "a < b & \"c\" ]]> </title><script>alert(1)</script>\u0000")
            .figure(Figure.median("<g>", "<script>", "m", "&amp;", List.of(1.0)))
            .build();

    Element svg = chart(report).getDocumentElement();

    assertThat(texts(svg, "title"))
        .containsExactly("a < b & \"c\" ]]> </title><script>alert(1)</script>\uFFFD");
    assertThat(texts(svg, "text")).contains("<g>", "<script>", "m, median, &amp;");
    assertThat(elements(svg, "script")).isEmpty();
  }

  @Test
  void followsTheReaderIntoTheDark() {
    assertThat(ReportChart.of(Sample.report(), Sample.SURROUNDINGS))
        .contains("prefers-color-scheme: dark");
  }

  private static Document chart(Report report) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(ReportChart.of(report, Sample.SURROUNDINGS))));
  }

  private static List<String> texts(Element svg, String name) {
    return elements(svg, name).stream().map(Element::getTextContent).toList();
  }

  private static List<Element> elements(Element svg, String name) {
    NodeList found = svg.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
