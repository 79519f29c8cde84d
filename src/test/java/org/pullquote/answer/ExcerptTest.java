package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;

class ExcerptTest {

  private static Passage passage(int sentences) {
    return Fixtures.paragraphs(
            IntStream.rangeClosed(1, sentences)
                .mapToObj(i ->
                    "Sentence number "
                        + i
                        + " says what happened on that long day in May and to whom it happened, too.")
                .collect(Collectors.joining(" ")))
        .passages()
        .getFirst();
  }

  @Test
  void showsTheSentenceThatAnswersWithItsNeighboursOfALongPassage() {
    Passage passage = passage(12);
    Span mark = passage.sentences().get(5);
    assertEquals(
        new Span(passage.sentences().get(4).start(), passage.sentences().get(6).end()),
        Excerpt.of(passage, List.of(mark)));
  }

  @Test
  void keepsToTheEndsOfThePassage() {
    Passage passage = passage(12);
    assertEquals(0, Excerpt.of(passage, List.of(new Span(0, 3))).start());
    int end = passage.text().length();
    assertEquals(end, Excerpt.of(passage, List.of(new Span(end - 3, end))).end());
  }

  @Test
  void showsAllOfAShortPassageAndOfOneWithNothingMarked() {
    assertEquals(passage(4).whole(), Excerpt.of(passage(4), List.of(new Span(0, 3))));
    assertEquals(passage(12).whole(), Excerpt.of(passage(12), List.of()));
  }
}
