package org.pullquote.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;

class EnglishSentencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Smith met Dr. Jones.|They talked.",
        "Mr Shoigu met Mr Kim.|They talked.",
        "The U.S. Army said so.|It was late.",
        "Gen. Milley met Sen. Sanders at 3 a.m. Tuesday.",
        "“We won.”|He smiled.|“We really won!” she said.",
        "Lt. Col. John Doe of St. Petersburg said it.",
        "Apple Inc. said on Jan. 27 it would.|It did.",
        "J. K. Rowling wrote it.|We read it.",
        "It cost $3.5 million.|That is a lot.",
        "Led by chairman Mike Gallagher, R-Wis., they requested \"additional information.\"",
        "김정은은 쇼이구를 만났다.",
      })
  void splits(String marked) {
    List<String> expected = List.of(marked.split("\\|"));
    String text = String.join(" ", expected);
    assertEquals(
        expected, Fixtures.SENTENCES.split(text).stream().map(span -> span.in(text)).toList());
  }

  @Test
  void findsNoneInABlankText() {
    assertEquals(List.of(), Fixtures.SENTENCES.split(" \n "));
  }

  @Test
  void coversAllWordsOfTheArticleInOrder() {
    for (Passage passage : Fixtures.ARTICLE.passages()) {
      String joined =
          String.join(" ", passage.sentences().stream().map(s -> s.in(passage.text())).toList());
      assertEquals(passage.text(), joined);
    }
    assertTrue(Fixtures.ARTICLE.passage("p7").orElseThrow().sentences().size() == 2);
  }
}
