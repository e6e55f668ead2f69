package dev.shardline.cli.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a ledger comes to.
 *
 * @param figures every figure
 * @param ids what is behind those that {@linkplain Figure#remarkable() want to be looked into}, as
 *     far as asked for
 */
public record Statement(Map<Figure, Long> figures, Map<Figure, List<String>> ids) {

  /**
   * Closes a ledger.
   *
   * @param limit how many ids to name for each figure, 0: none
   */
  public static Statement of(Ledger ledger, int limit) {
    Map<Figure, Long> figures = ledger.figures();
    Map<Figure, List<String>> ids = new EnumMap<>(Figure.class);
    figures.forEach((figure, count) -> {
      if (limit > 0 && count > 0 && figure.remarkable()) {
        ids.put(figure, ledger.behind(figure, limit));
      }
    });
    return new Statement(figures, ids);
  }

  /** One figure. */
  public long count(Figure figure) {
    return Objects.requireNonNull(figures.get(figure));
  }

  /** Whether something that was asked for or announced has no answer. */
  public boolean incomplete() {
    return count(Figure.MISSING) > 0 || count(Figure.UNPUBLISHED) > 0;
  }

  /** Whether what is there breaks a guarantee. */
  public boolean broken() {
    return count(Figure.VISIBLE_TWICE) > 0 || count(Figure.FAILED_WITHOUT_LETTER) > 0;
  }
}
