package org.pullquote.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Span;

/**
 * What an answer showed: as much as it takes to turn its pages later on, when the program that gave
 * it may have been restarted and the article may have changed.
 *
 * @param edition of the article that it quotes
 * @param kind what was shown
 * @param cited the quotes, best first
 * @param further ids of passages that match less well, best first
 * @param confidence how sure it is that the article answers, 0 to 1
 * @param language the language of the question as a BCP 47 tag, where it is not the article's; else
 *     null
 * @param followUp whether the question was understood from what was said before it, and would be
 *     another one by itself
 */
public record ShownAnswer(
    String edition,
    Kind kind,
    List<Cited> cited,
    List<String> further,
    double confidence,
    @Nullable String language,
    boolean followUp) {

  public ShownAnswer {
    cited = List.copyOf(cited);
    further = List.copyOf(further);
  }

  /** What was shown for a question that stands by itself, or for none. */
  public ShownAnswer(
      String edition,
      Kind kind,
      List<Cited> cited,
      List<String> further,
      double confidence,
      @Nullable String language) {
    this(edition, kind, cited, further, confidence, language, false);
  }

  /** The same for a question that was understood from what was said before it. */
  ShownAnswer afterOthers() {
    return new ShownAnswer(edition, kind, cited, further, confidence, language, true);
  }

  /** What was shown. */
  public enum Kind {
    /** Quotes that answer a question. */
    ANSWER,
    /** That the article does not say, and what comes closest. */
    REFUSAL,
    /** A passage that was asked for by its place. */
    PASSAGE,
    /** A list. */
    LISTING
  }

  /**
   * A quote.
   *
   * @param passage the id of its passage
   * @param span what of the passage's text is quoted
   * @param marks what is set off in it: ranges of the passage's text
   * @param score how well it matches; comparable within one answer only
   */
  public record Cited(String passage, Span span, List<Span> marks, double score) {

    public Cited {
      marks = List.copyOf(marks);
    }
  }

  /** The ids of the passages quoted, best first. */
  public List<String> passages() {
    return cited.stream().map(Cited::passage).toList();
  }
}
