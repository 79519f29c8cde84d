package org.pullquote.answer;

import java.util.List;
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
 * @param inPart whether they said only a part of what is quoted
 * @param publisher the publication, if known
 */
public record Attribution(
    Passage passage,
    @Nullable Quote speaker,
    @Nullable Quote via,
    boolean inPart,
    @Nullable String publisher) {

  /**
   * The attribution of a part of a passage of an article. Who says one sentence of it does not say
   * the others.
   *
   * @param quoted what of the passage's text is quoted
   * @param marks what of that answers, in order; may be empty
   */
  static Attribution of(Article article, Passage passage, Span quoted, List<Span> marks) {
    Speech whole = Speech.in(passage);
    Speech speech =
        covers(whole, passage, marks)
            ? whole
            : Speech.in(passage, new Span(marks.getFirst().start(), marks.getLast().end()));
    boolean theirs = covers(speech, passage, marks);
    return new Attribution(
        passage,
        theirs ? quote(article, passage, speech.speaker()) : null,
        theirs ? quote(article, passage, speech.via()) : null,
        marks.isEmpty() && !speech.covers(passage, quoted),
        article.metadata().publisher());
  }

  private static boolean covers(Speech speech, Passage passage, List<Span> marks) {
    return marks.stream().allMatch(mark -> speech.covers(passage, mark));
  }

  private static @Nullable Quote quote(Article article, Passage passage, @Nullable Span span) {
    return span == null ? null : Quote.of(article, passage, span);
  }
}
