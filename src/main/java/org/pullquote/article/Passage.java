package org.pullquote.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an article that can be quoted on its own.
 *
 * @param id stable within the article: {@code headline}, {@code p1}, {@code c1}, …
 * @param kind what part of the article it is
 * @param number 1 for the first of its kind in reading order
 * @param text the words of the article; every offset counts UTF-16 code units in it
 * @param credit for a caption, whose photo it is, as the article writes it; else null
 * @param image for a caption, the address of the image that it stands under; else null
 * @param sentences where its sentences stand in {@code text}, in order, not overlapping
 */
public record Passage(
    String id,
    PassageKind kind,
    int number,
    String text,
    @Nullable String credit,
    @Nullable String image,
    List<Span> sentences) {

  /**
   * @throws IllegalArgumentException if the id or text is blank, the number is below 1, or a
   *     sentence lies outside the text or before the one ahead of it
   */
  public Passage {
    if (id.isBlank() || text.isBlank() || number < 1) {
      throw new IllegalArgumentException("a passage needs an id, a number and a text: " + id);
    }
    sentences = List.copyOf(sentences);
    int end = 0;
    for (Span sentence : sentences) {
      if (sentence.start() < end || sentence.end() > text.length()) {
        throw new IllegalArgumentException("sentence " + sentence + " is out of place in " + id);
      }
      end = sentence.end();
    }
  }

  /** The whole text as a range. */
  public Span whole() {
    return new Span(0, text.length());
  }
}
