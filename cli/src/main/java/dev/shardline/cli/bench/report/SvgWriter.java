package dev.shardline.cli.bench.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the few elements of SVG that a chart is made of. All text and every attribute is escaped
 * by the JDK's own XML writer. Not thread-safe.
 */
final class SvgWriter {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /** What XML 1.0 has no way to say, an escape included. */
  private static final String UNSPEAKABLE =
      "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  /** How a text stands to its place. */
  enum Anchor {
    /** Begins there. */
    START,
    /** Its middle is there. */
    MIDDLE,
    /** Ends there. */
    END
  }

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /**
   * Begins a picture.
   *
   * @param title what it is called, for those who do not see it too
   * @param description what it shows, for those who do not see it
   * @param style style sheet; the writer's own, as it is taken as it is
   */
  SvgWriter(double width, double height, String title, String description, String style) {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace(NAMESPACE);
      attribute("viewBox", "0 0 " + number(width) + " " + number(height));
      attribute("width", number(width));
      attribute("height", number(height));
      attribute("role", "img");
      attribute("aria-labelledby", "title description");
      element("title", "title", title);
      element("desc", "description", description);
      xml.writeStartElement("style");
      xml.writeCharacters(style);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes everything", e);
    }
  }

  void rectangle(String styleClass, double x, double y, double width, double height) {
    empty("rect", styleClass, List.of("x", "y", "width", "height"), x, y, width, height);
  }

  void line(String styleClass, double x1, double y1, double x2, double y2) {
    empty("line", styleClass, List.of("x1", "y1", "x2", "y2"), x1, y1, x2, y2);
  }

  void circle(String styleClass, double x, double y, double radius) {
    empty("circle", styleClass, List.of("cx", "cy", "r"), x, y, radius);
  }

  void text(String styleClass, double x, double y, Anchor anchor, String words) {
    try {
      xml.writeStartElement("text");
      attribute("class", styleClass);
      attribute("x", number(x));
      attribute("y", number(y));
      attribute("text-anchor", anchor.name().toLowerCase(java.util.Locale.ROOT));
      characters(words);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes everything", e);
    }
  }

  /** The whole picture, which takes nothing more from then on. */
  String end() {
    try {
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes everything", e);
    }
    return text.append('\n').toString();
  }

  private void empty(String name, String styleClass, List<String> keys, double... values) {
    try {
      xml.writeEmptyElement(name);
      attribute("class", styleClass);
      for (int i = 0; i < values.length; i++) {
        attribute(keys.get(i), number(values[i]));
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes everything", e);
    }
  }

  private void element(String name, String id, String words) throws XMLStreamException {
    xml.writeStartElement(name);
    attribute("id", id);
    characters(words);
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, value);
  }

  private void characters(String words) throws XMLStreamException {
    xml.writeCharacters(words.replaceAll(UNSPEAKABLE, "\uFFFD"));
  }

  private static String number(double value) {
    return new BigDecimal(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
