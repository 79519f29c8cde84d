package org.pullquote.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Span;

/**
 * What an answer showed: as much as it takes to turn its pages later on, when the program that gave
 * it may have been restarted and the article may have changed.
 *
 * @param edition of the article that it quotes; of several, of the one that answers best; empty for
 *     the articles to choose from
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

  /** The same for a question that was, or was not, understood from what was said before it. */
  ShownAnswer following(boolean others) {
    return new ShownAnswer(edition, kind, cited, further, confidence, language, others);
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
    LISTING,
    /** The articles to choose from. */
    SHELF
  }

  /**
   * A quote.
   *
   * @param passage the id of its passage
   * @param span what of the passage's text is quoted
   * @param marks what is set off in it: ranges of the passage's text
   * @param score how well it matches; comparable within one answer only
   * @param creditAnswers whether it is the passage's credit that answers
   * @param edition of its article, where all articles were asked; else null
   */
  public record Cited(
      String passage,
      Span span,
      List<Span> marks,
      double score,
      boolean creditAnswers,
      @Nullable String edition) {

    public Cited {
      marks = List.copyOf(marks);
    }

    /** A quote of the one article that was asked, which answers itself. */
    public Cited(String passage, Span span, List<Span> marks, double score) {
      this(passage, span, marks, score, false, null);
    }
  }

  /** Of the articles to choose from. */
  static ShownAnswer shelf() {
    return new ShownAnswer("", Kind.SHELF, List.of(), List.of(), 1, null);
  }

  /** The ids of the passages quoted of the article that answers best, best first. */
  public List<String> passagesOfBest() {
    return cited.stream()
        .filter(each -> each.edition() == null || each.edition().equals(edition))
        .map(Cited::passage)
        .toList();
  }

  /** The ids of the passages quoted, best first. */
  public List<String> passages() {
    return cited.stream().map(Cited::passage).toList();
  }
}
