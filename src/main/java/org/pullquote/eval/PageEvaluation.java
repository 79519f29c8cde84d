package org.pullquote.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.pullquote.article.Article;

/**
 * Measures how well web pages are read, against what others found on them.
 *
 * <p>The figures of a page are those of {@link PageFigures}. Of all pages, F1, precision and
 * paragraphs are means over pages; captions, credits and dates are counted over all together.
 */
public final class PageEvaluation {

  private final List<PageFigures> pages = new ArrayList<>();

  /**
   * Adds a page.
   *
   * @param name what to call it
   * @param reference the versions of it that the parser of its publisher found, an object of
   *     objects with {@code body.sections}, {@code images} and {@code publishing_date}; the one
   *     that is most like what was read counts
   * @param read what was read of it
   * @param millis how long that took
   * @throws IllegalArgumentException if the reference is not in that form
   */
  public void add(String name, JsonNode reference, Article read, long millis) {
    pages.add(
        PageReference.versions(reference).stream()
            .map(version -> PageFigures.of(name, version, read, millis))
            .max(Comparator.comparingDouble(PageFigures::f1))
            .orElseThrow());
  }

  /** A row for each page, and one for all. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        row("page", "F1", "prec.", "verbatim", "captions", "other", "credits", "date", "ms"));
    for (PageFigures page : pages) {
      table.append(
          row(
              page.name(),
              decimal(page.f1()),
              decimal(page.precision()),
              page.paragraphs(),
              page.captions(),
              page.otherCaptions(),
              page.credits(),
              page.dates(),
              page.millis()));
    }
    return table
        .append(
            row(
                "all " + pages.size(),
                decimal(mean(PageFigures::f1)),
                decimal(mean(PageFigures::precision)),
                decimal(mean(page -> page.paragraphs().value())),
                decimal(share(PageFigures::captions)),
                pages.stream().mapToInt(PageFigures::otherCaptions).sum(),
                decimal(share(PageFigures::credits)),
                decimal(share(PageFigures::dates)),
                Math.round(mean(PageFigures::millis))))
        .toString();
  }

  /** The figures of all pages as one object. */
  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("pages", pages.size())
        .put("body_f1", mean(PageFigures::f1))
        .put("paragraphs_verbatim", mean(page -> page.paragraphs().value()))
        .put("captions", share(PageFigures::captions))
        .put("credits", share(PageFigures::credits))
        .put("dates", share(PageFigures::dates))
        .put("ms", mean(PageFigures::millis));
  }

  private double mean(ToDoubleFunction<PageFigures> figure) {
    return pages.stream().mapToDouble(figure).average().orElse(0);
  }

  private double share(Function<PageFigures, PageFigures.Share> part) {
    return pages.stream().map(part).reduce(PageFigures.Share.NONE, PageFigures.Share::plus).value();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-30s %6s %6s %9s %9s %6s %8s %5s %6s%n", cells);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
