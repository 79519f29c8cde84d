package org.pullquote.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.LuceneSearch;
import org.pullquote.search.PassageSearch;

class TrainingTest {

  private static final List<String> THINGS =
      List.of("bridge", "tunnel", "school", "market", "museum", "harbour");

  /** Articles whose answers share a word with the question, and never stand in the headline. */
  private static String articles() {
    return IntStream.range(0, THINGS.size())
        .mapToObj(i ->
            """
            {"title": "t", "paragraphs": [
              {"context": "The %1$s is news", "kind": "headline", "id": "headline", "qas": []},
              {"context": "Jane Doe opened the %1$s on Monday.", "qas": [
                {"question": "Who opened the %1$s?", "answers": [{"text": "Jane Doe", "answer_start": 0}]},
                {"question": "Who burnt the castle?", "is_impossible": true, "answers": []}]},
              {"context": "Nobody else came to town.", "qas": []}]}
            """
                .formatted(THINGS.get(i)))
        .collect(Collectors.joining(",", "{\"data\": [", "]}"));
  }

  private static PassageSearch lexical(Article article, WhoIsWho names) {
    return new LuceneSearch(
        article, article.passages().stream().map(names::otherNames).toList(), null);
  }

  private static Training.Result fit() {
    Training training =
        new Training(article -> WhoIsWho.of(article, List.of()), TrainingTest::lexical);
    training.add("made-up.json", articles(), Fixtures.SENTENCES);
    return training.fit("a test");
  }

  @Test
  void learnsWhatBringsTheAnswerUpAndWhatSaysThatThereIsNone() {
    Training.Result result = fit();
    assertTrue(result.model().rank().get("COVERAGE") > 0);
    assertTrue(result.model().rank().get("HEADLINE") < 0);
    assertTrue(result.model().answers().get("COVERAGE") > 0);
    assertTrue(result.report().contains("recall@1 1.000"), result.report());
  }

  @Test
  void givesTheSameWeightsForTheSameQuestions() {
    assertEquals(fit(), fit());
  }
}
