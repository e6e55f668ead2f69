package dev.shardline.cli.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one benchmark measured.
 *
 * @param name of the benchmark, as it is typed
 * @param title one line for people: what was measured, of what
 * @param settings what can be varied, and how it was, in the order in which it is told
 * @param figures what was measured, in the order in which it is told
 * @param tried single runs from which a setting was chosen: told, and not compared
 * @param ratios the comparisons
 * @param notes what has to be known to read the figures, such as why one is missing
 */
public record Report(
    String name,
    String title,
    Map<String, String> settings,
    List<Figure> figures,
    List<Figure> tried,
    List<Ratio> ratios,
    List<String> notes) {

  public Report {
    settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    figures = List.copyOf(figures);
    tried = List.copyOf(tried);
    ratios = List.copyOf(ratios);
    notes = List.copyOf(notes);
  }

  /** Without figures yet. */
  public static Builder of(String name, String title) {
    return new Builder(name, title);
  }

  /** Gathers a report. Not thread-safe. */
  public static final class Builder {

    private final String name;
    private final String title;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Figure> tried = new ArrayList<>();
    private final List<Ratio> ratios = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Builder(String name, String title) {
      this.name = name;
      this.title = title;
    }

    /** How something that can be varied was. */
    public Builder setting(String key, Object value) {
      settings.put(key, value.toString());
      return this;
    }

    /** Something that was measured. */
    public Builder figure(Figure figure) {
      figures.add(figure);
      return this;
    }

    /** A single run from which a setting was chosen. */
    public Builder tried(Figure figure) {
      tried.add(figure);
      return this;
    }

    /** A comparison. */
    public Builder ratio(Ratio ratio) {
      ratios.add(ratio);
      return this;
    }

    /** What has to be known to read the figures. */
    public Builder note(String note) {
      notes.add(note);
      return this;
    }

    /** The report. */
    public Report build() {
      return new Report(name, title, settings, figures, tried, ratios, notes);
    }
  }
}
