package org.pullquote.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.eval.LabelledSets.MalformedException;
import org.pullquote.eval.LabelledSets.SquadArticle;

class LabelledSetsTest {

  private static final String GOOD =
      "{\"id\": \"q1\", \"question\": \"Who?\", \"kind\": \"k\", \"relevant\": [\"p1\"],"
          + " \"answer\": [\"Kim\"], \"answerable\": true, \"also_ok\": [\"p2\"], \"notes\": \"\"}";

  @Test
  void readsAQuestionALine() {
    assertEquals(
        List.of(
            new LabelledQuestion(
                "q1", "Who?", "k", Set.of("p1"), Set.of("p2"), List.of("Kim"), true, false)),
        LabelledSets.questions("f", GOOD + "\n\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "{\"question\": | not JSON",
        "{\"question\": \"x\"} {\"garbage\": 1} | not JSON",
        "[1] | expected a JSON object",
        "{\"kind\": \"k\", \"answerable\": true} | \"question\" must be text",
        "{\"question\": \"x\", \"answerable\": true} | \"kind\" must be text",
        "{\"question\": \"x\", \"kind\": \"k\"} | \"answerable\" must be true or false",
        "{\"question\": \"x\", \"kind\": \"k\", \"answerable\": true, \"relevant\": []} | \"relevant\" must name passages",
        "{\"question\": \"x\", \"kind\": \"k\", \"answerable\": true, \"relevant\": \"p1\"} | \"relevant\" must be a list",
      })
  void namesFileAndLineOfWhatIsMalformed(String line, String what) {
    MalformedException e =
        assertThrows(
            MalformedException.class,
            () -> LabelledSets.questions("gold/q.jsonl", GOOD + "\n" + line));
    assertTrue(e.getMessage().startsWith("gold/q.jsonl, line 2: " + what), e.getMessage());
  }

  @Test
  void readsTurnsInOrder() {
    String turn = GOOD.replace("\"notes\": \"\"", "\"relation\": \"%s\", \"standalone\": \"x\"");
    String dialogue =
        "{\"id\": \"d\", \"kind\": \"k\", \"turns\": [%s, %s]}"
            .formatted(turn.formatted("opening"), turn.formatted("followup"));
    assertEquals(
        List.of(false, true),
        LabelledSets.dialogues("f", dialogue).getFirst().stream()
            .map(LabelledQuestion::followUp)
            .toList());
  }

  @Test
  void readsSquad() {
    String json =
        """
        {"data": [{"title": "T", "paragraphs": [
          {"context": "One.", "qas": [{"question": "a?", "id": "1", "answers": [{"text": "One", "answer_start": 0}], "also": ["c1"]}]},
          {"context": "Two.", "id": "c1", "kind": "caption", "credit": "AP", "qas": []},
          {"context": "One.", "qas": [{"question": "b?", "is_impossible": true, "answers": []}]}]}]}
        """;
    SquadArticle article = LabelledSets.squad("f", json, Fixtures.SENTENCES).getFirst();
    assertEquals(2, article.article().passages().size(), "the same paragraph is one passage");
    assertEquals("AP", article.article().passage("c1").orElseThrow().credit());
    assertEquals(Set.of("p1", "c1"), article.questions().getFirst().relevant());
    assertEquals(Set.of(), article.questions().getLast().relevant());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "{\"data\": 1} | f: \"data\" must be a list",
        "{\"data\": [{}]} | f, article 1: \"paragraphs\" is missing",
        "{\"data\": [{\"paragraphs\": [{\"context\": \"\"}]}]} | f, article 1: a paragraph has no",
        "{\"data\": | f, line 1: ",
        "{\"data\": [{\"paragraphs\": [{\"id\": \"x\", \"context\": \"a\"}, {\"id\": \"x\", \"context\": \"b\"}]}]} | f, article 1: two passages have the id x",
      })
  void namesWhatIsMalformedInSquad(String json, String message) {
    MalformedException e =
        assertThrows(
            MalformedException.class, () -> LabelledSets.squad("f", json, Fixtures.SENTENCES));
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the Liberation Tower | Liberation tower. | 1.0",
        "Kim met Shoigu | Shoigu | 0.5",
        "Kim Kim | Kim | 0.6667",
        "nothing | Shoigu | 0",
      })
  void tokenF1IsThatOfSquad(String said, String answer, double expected) {
    assertEquals(expected, TokenF1.best(said, List.of("another", answer)), 1e-4);
  }
}
