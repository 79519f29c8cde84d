package org.pullquote.eval;

import java.util.ArrayList;
import java.util.List;
import org.pullquote.article.Span;

/** Where labelled answers stand in a text. */
public final class Occurrences {

  private Occurrences() {}

  /** Every place of every answer that is not empty, by answer. */
  public static List<Span> of(List<String> answers, String text) {
    List<Span> places = new ArrayList<>();
    for (String answer : answers) {
      for (int at = text.indexOf(answer);
          at >= 0 && !answer.isEmpty();
          at = text.indexOf(answer, at + 1)) {
        places.add(new Span(at, at + answer.length()));
      }
    }
    return places;
  }
}
