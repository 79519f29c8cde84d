package org.pullquote.answer;

import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;
import org.pullquote.article.Speech;

/**
 * Where a quote stands and whose words it is. Every word of it is the article's: metadata, a
 * credit, or a quote from the same passage.
 *
 * @param passage where it stands; its credit says whose photo a caption is under
 * @param speaker who says it, where the passage names them
 * @param via the report or outlet it came through, where the passage names it
 * @param publisher the publication, if known
 */
public record Attribution(
    Passage passage, @Nullable Quote speaker, @Nullable Quote via, @Nullable String publisher) {

  /** The attribution of a passage of an article. */
  static Attribution of(Article article, Passage passage) {
    Speech speech = Speech.in(passage);
    return new Attribution(
        passage,
        quote(article, passage, speech.speaker()),
        quote(article, passage, speech.via()),
        article.metadata().publisher());
  }

  private static @Nullable Quote quote(Article article, Passage passage, @Nullable Span span) {
    return span == null ? null : Quote.of(article, passage, span);
  }
}
