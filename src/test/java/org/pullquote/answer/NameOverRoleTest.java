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
    return new Marked(new Ranked(passage, 0, 0), List.of(new Span(at, at + parts[1].length())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who did Kim meet? | headline: Russia’s defence minister; c1: Sergei Shoigu | c1 headline",
        "Who did Kim meet? | headline: Russia’s defence minister; p2: to mark 70 years; c1: Sergei Shoigu | c1 headline p2",
        "Who did Kim meet? | c1: Sergei Shoigu; headline: Russia’s defence minister | c1 headline",
        "Who did Kim meet? | headline: Russia’s defence minister; c1: Kim Jong-un | headline c1",
        "Who did Kim meet? | headline: Russia’s defence minister | headline",
        "What is Shoigu? | headline: Russia’s defence minister; c1: Sergei Shoigu | headline c1",
        "Where is it? | headline: Pyongyang; c1: Sergei Shoigu | headline c1",
      })
  void putsFirstWhoNamesWhomTheFirstOnlyDescribes(String question, String shown, String expected) {
    List<Marked> order =
        new NameOverRole(question, NAMES)
            .order(Stream.of(shown.split("; ")).map(NameOverRoleTest::marked).toList());
    assertEquals(
        expected,
        String.join(" ", order.stream().map(each -> each.ranked().passage().id()).toList()));
  }
}
