package org.pullquote.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pullquote.article.Span;

/** Cuts off where words that answer run on into what comes after the answer. */
final class MarkEnds {

  /** A clause or phrase that only says more about what was said. */
  private static final Pattern FURTHER =
      Pattern.compile(
          "(?:,\\s+(?:before|after|while|when|according|saying|adding|telling)"
              + "|\\s+(?:as|while|when)(?= \\p{Lu}))\\b");

  private MarkEnds() {}

  /**
   * The part of a mark that answers: where a person is asked for, up to a clause that says more.
   *
   * @param text of the passage
   * @param mark a range of it
   * @param type what is asked for
   */
  static Span cut(String text, Span mark, AnswerType type) {
    if (type != AnswerType.PERSON) {
      return mark;
    }
    Matcher further = FURTHER.matcher(mark.in(text));
    while (further.find()) {
      Span head = new Span(mark.start(), mark.start() + further.start());
      if (!type.find(head.in(text)).isEmpty()) {
        return head;
      }
    }
    return mark;
  }
}
