package org.pullquote.text;

import java.util.List;
import java.util.Locale;
import org.pullquote.article.Article;

/**
 * What a reader made of a text: the article, and what it left out of it and why.
 *
 * @param leftOut in the order of the text
 * @param unit what the places of what was left out count
 */
public record ReadResult(Article article, List<LeftOut> leftOut, Unit unit) {

  public ReadResult {
    leftOut = List.copyOf(leftOut);
  }

  /** What was read of a text that has lines. */
  public ReadResult(Article article, List<LeftOut> leftOut) {
    this(article, leftOut, Unit.LINE);
  }

  /** The same, with places that count something else than lines. */
  public ReadResult by(Unit other) {
    return new ReadResult(article, leftOut, other);
  }

  /** What a place in a file is told by. */
  public enum Unit {
    LINE,
    PARAGRAPH,
    PAGE;

    /** The unit in words, to stand before a number. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Text that is part of the page and not of the article.
   *
   * @param line where it begins, counted from 1, in the result's unit
   * @param text its words
   * @param reason why it is no passage
   */
  public record LeftOut(int line, String text, Reason reason) {}

  /** Why a text is no passage. */
  public enum Reason {
    REPEATED("stands here a second time"),
    SECTION_LABEL("a section label"),
    BYLINE("a byline or a date"),
    CROSSHEAD("a sub-heading or a link to another page"),
    PAGE_CONTROL("a control of the page"),
    ALT_TEXT("what stands for a picture"),
    PROMOTION("a promotion"),
    ABOUT_AUTHOR("a note on the author"),
    CREDIT("a photo's credit without a caption"),
    CAPTION_CREDIT("a caption's credit, which is kept with it"),
    MARGIN("a header, footer or page number"),
    ROTATED("written across the page"),
    SMALL("in small print: a note or a caption, which is not sure"),
    NOTE("a footnote"),
    TABLE("a table"),
    CODE("code or markup"),
    EMBEDDED("a post of another site"),
    ELSEWHERE("stands outside of the article's text"),
    AFTER_THE_END("stands after the end of the article");

    private final String explanation;

    Reason(String explanation) {
      this.explanation = explanation;
    }

    /** The reason in words, to stand after "left out: ". */
    public String explanation() {
      return explanation;
    }
  }
}
