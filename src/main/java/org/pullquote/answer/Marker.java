package org.pullquote.answer;

import java.util.List;
import java.util.Optional;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.search.Phrase;

/** Chooses the words of a passage that answer a question: those to set off in the quote. */
final class Marker {

  /** In favour of words of the type asked for; in logits. Fitted on labelled news. */
  private static final double TYPE_BONUS = 2;

  /** Against words that the question holds already. */
  private static final double ASKED_PENALTY = 8;

  private final QuestionShape shape;
  private final List<String> asked;

  Marker(String question) {
    shape = QuestionShape.of(question);
    asked = Words.of(question);
  }

  /**
   * The words that answer, in order; none where it is not known.
   *
   * @param phrases those that are likely to
   */
  List<Span> mark(Passage passage, List<Phrase> phrases) {
    List<Span> typed = shape.type().find(passage.text());
    Optional<Span> best = Optional.empty();
    double most = Double.NEGATIVE_INFINITY;
    for (Phrase phrase : phrases) {
      double value = phrase.score();
      boolean inText = passage.whole().contains(phrase.span());
      if (!inText && !shape.credit()) {
        continue;
      }
      Span span = inText ? whole(phrase.span(), typed, passage.text()) : phrase.span();
      if (inText && typed.stream().anyMatch(span::overlaps)) {
        value += TYPE_BONUS;
      }
      if (inText && asked.containsAll(Words.of(span.in(passage.text())))) {
        value -= ASKED_PENALTY;
      }
      if (value > most) {
        most = value;
        best = inText ? Optional.of(span) : Optional.empty();
      }
    }
    return best.stream().toList();
  }

  /** A phrase with the words that it cuts, and all of a name or a number that it cuts. */
  private static Span whole(Span phrase, List<Span> typed, String text) {
    int start = phrase.start();
    int end = phrase.end();
    for (Span each : typed) {
      if (each.overlaps(phrase) && each.length() < 60) {
        start = Math.min(start, each.start());
        end = Math.max(end, each.end());
      }
    }
    while (start > 0 && isWord(text, start - 1) && isWord(text, start)) {
      start--;
    }
    while (end < text.length() && isWord(text, end - 1) && isWord(text, end)) {
      end++;
    }
    return new Span(start, end);
  }

  private static boolean isWord(String text, int at) {
    char letter = text.charAt(at);
    return Character.isLetterOrDigit(letter)
        || Character.isSurrogate(letter)
        || letter == '-'
        || letter == '\'';
  }
}
