package org.pullquote.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.meetings.MeetingGraph.Edge;
import org.pullquote.meetings.MeetingGraph.Node;

class MeetingGraphTest {

  private static MeetingGraph graph(String text) {
    return MeetingGraph.of(MeetingsTest.meetings(text));
  }

  private static List<String> labels(MeetingGraph graph) {
    return graph.nodes().stream().map(Node::label).toList();
  }

  private static List<String> pairs(MeetingGraph graph) {
    return graph.edges().stream()
        .map(edge -> edge.one().label() + " + " + edge.other().label())
        .toList();
  }

  @Test
  void oneWhoIsCalledDifferentlyIsOneNode() {
    MeetingGraph graph = graph("Anna Holt met Peter Lund. / Ms Holt met Danish farmers.");
    assertEquals(List.of("Anna Holt", "Peter Lund", "Danish farmers"), labels(graph));
    assertEquals(List.of("Anna Holt + Peter Lund", "Anna Holt + Danish farmers"), pairs(graph));
  }

  @Test
  void whoMetTwiceIsOneEdgeWithALineEach() {
    MeetingGraph graph =
        graph("Anna Holt met Peter Lund in Oslo. / On Friday, Peter Lund met Anna Holt.");
    Edge edge = graph.edges().getFirst();
    assertEquals(1, graph.edges().size());
    assertEquals(
        List.of("Oslo · passage p1", "Friday · passage p2"),
        edge.lines(passage -> "passage " + passage.id()));
  }

  @Test
  void wordsWithoutANameAreANodeThatOnlyTheSameWordsShare() {
    MeetingGraph graph =
        graph("Anna Holt met farmers. / Farmers met Peter Lund. / Peter Lund met the farmers.");
    assertEquals(List.of("Anna Holt", "farmers", "Peter Lund", "the farmers"), labels(graph));
  }

  @Test
  void sidesThatMetOthersDidNotMeetEachOther() {
    assertEquals(
        List.of("Anna Holt + Robert Miller", "Peter Lund + Robert Miller"),
        pairs(graph("Anna Holt and Peter Lund met Robert Miller.")));
  }

  @Test
  void theArticleOfTheProduct() {
    MeetingGraph graph = MeetingGraph.of(MeetingsTest.meetings(Fixtures.ARTICLE));
    assertEquals(
        List.of("Kim Jong-un", "Sergei Shoigu", "the North’s most senior defence officials"),
        labels(graph));
    assertEquals(
        List.of("headline", "Pyongyang · Thursday · c1", "p1"),
        graph.edges().getFirst().lines(passage -> passage.id()));
    assertEquals(List.of("p8"), graph.edges().get(1).lines(passage -> passage.id()));
  }
}
