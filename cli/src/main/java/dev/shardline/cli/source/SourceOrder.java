package dev.shardline.cli.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The places of a job's sources. A name that is new gets the next place. Not thread-safe. */
public final class SourceOrder {

  private final Map<String, Integer> places = new LinkedHashMap<>();

  /** Sources whose order is known. */
  public SourceOrder(List<String> names) {
    names.forEach(this::placeOf);
  }

  /** The place of a source, from 0. */
  public int placeOf(String name) {
    return places.computeIfAbsent(name, added -> places.size());
  }

  /** Those that have a place, in order. */
  public List<String> names() {
    return List.copyOf(places.keySet());
  }

  /** How many have a place. */
  public int size() {
    return places.size();
  }
}
