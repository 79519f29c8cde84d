package org.pullquote.article;

/**
 * Words of an article, cut out of it and never written: a range of one of its passages. There is no
 * other way to make one, so its text is the article's, code unit for code unit.
 */
public final class Quote {

  private final Article article;
  private final Passage passage;
  private final Span span;

  private Quote(Article article, Passage passage, Span span) {
    this.article = article;
    this.passage = passage;
    this.span = span;
  }

  /**
   * Cuts a quote out of an article.
   *
   * @param passage one of the article's own passages
   * @param span what of the passage's text to quote; not empty
   * @throws IllegalArgumentException if the passage is not of that article, or the range is empty,
   *     reaches past the passage, or cuts a surrogate pair in two
   */
  public static Quote of(Article article, Passage passage, Span span) {
    if (article.passage(passage.id()).filter(passage::equals).isEmpty()) {
      throw new IllegalArgumentException("passage " + passage.id() + " is not of this article");
    }
    String text = passage.text();
    if (span.length() == 0
        || span.end() > text.length()
        || splitsPair(text, span.start())
        || splitsPair(text, span.end())) {
      throw new IllegalArgumentException("cannot quote " + span + " of passage " + passage.id());
    }
    return new Quote(article, passage, span);
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }

  public Article article() {
    return article;
  }

  public Passage passage() {
    return passage;
  }

  /** Where in the passage's text the quoted words stand. */
  public Span span() {
    return span;
  }

  /** The quoted words. */
  public String text() {
    return span.in(passage.text());
  }

  /** Whether the quote is the whole passage. */
  public boolean isWhole() {
    return span.equals(passage.whole());
  }

  /** Whether these are exactly the words that stand in the article at this quote's place. */
  public boolean isVerbatim(String words) {
    return article
            .passage(passage.id())
            .map(source -> source.text().regionMatches(span.start(), words, 0, span.length()))
            .orElse(false)
        && words.length() == span.length();
  }

  @Override
  public String toString() {
    return passage.id() + span;
  }
}
