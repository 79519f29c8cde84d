package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.NameOverRole.Marked;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.names.WhoIsWho;

class NameOverRoleTest {

  private static final WhoIsWho NAMES = WhoIsWho.of(Fixtures.ARTICLE, List.of());

  private static Marked marked(String passageAndMark) {
    String[] parts = passageAndMark.split(": ", 2);
    Passage passage =
        Fixtures.ARTICLE.passages().stream()
            .filter(each -> each.id().equals(parts[0]))
            .findFirst()
            .orElseThrow();
    int at = passage.text().indexOf(parts[1]);
    return new Marked(
        new Ranked(passage, 0, 0),
        List.of(new Span(at, at + parts[1].length())),
        passage.id().equals("c2") ? 0.5 : 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who did Kim meet? | headline: Russia’s defence minister; c1: Sergei Shoigu | 2 | c1 headline",
        "Who did Kim meet? | headline: Russia’s defence minister; c1: Sergei Shoigu | 1 | c1 headline",
        "Who did Kim meet? | headline: Russia’s defence minister; p2: to mark 70 years; c1: Sergei Shoigu | 2 | c1 headline p2",
        "Who did Kim meet? | c1: Sergei Shoigu; headline: Russia’s defence minister | 1 | c1",
        "Who did Kim meet? | headline: Russia’s defence minister; c1: Kim Jong-un | 1 | headline",
        "Who did Kim meet? | headline: Russia’s defence minister | 1 | headline",
        "Who did Kim meet? | headline: Russia’s defence minister; c2: Shoigu | 2 | headline c2",
        "Whom did Kim meet, what is his job? | headline: Russia’s defence minister; c1: Sergei Shoigu | 2 | headline c1",
        "What is Shoigu? | headline: Russia’s defence minister; c1: Sergei Shoigu | 2 | headline c1",
        "What happened? | headline: Kim Jong-un meets Russia’s defence minister; c1: Sergei Shoigu | 2 | headline c1",
        "What happened? | headline: Russia’s defence minister; c1: Sergei Shoigu | 2 | headline c1",
        "Where is it? | headline: Pyongyang; c1: Sergei Shoigu | 2 | headline c1",
      })
  void showsFirstWhoNamesWhomTheLikeliestOnlyDescribes(
      String question, String likeliest, int close, String expected) {
    List<Marked> all = Stream.of(likeliest.split("; ")).map(NameOverRoleTest::marked).toList();
    List<Marked> shown =
        new NameOverRole(Question.of(question, Context.NONE, NAMES), NAMES)
            .shown(all.subList(0, close), all.stream().skip(close));
    assertEquals(
        expected,
        String.join(" ", shown.stream().map(each -> each.ranked().passage().id()).toList()));
  }
}
