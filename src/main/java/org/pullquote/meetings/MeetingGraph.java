package org.pullquote.meetings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Passage;
import org.pullquote.meetings.Meeting.Pair;
import org.pullquote.names.Entity;

/**
 * The meetings of an article put together: who took part, and who of them met whom. Mentions of one
 * entity are one node; words for somebody without a name are a node of their own, which only the
 * same words share.
 *
 * @param nodes those who took part, in order of first mention
 * @param edges two who met, in order of their first meeting
 */
public record MeetingGraph(List<Node> nodes, List<Edge> edges) {

  private static final String SEPARATOR = " · ";

  /**
   * Somebody who took part.
   *
   * @param label the name of the entity, as the article writes it; or the words for it
   * @param entity who it is, or null for words without a name
   */
  public record Node(String label, @Nullable Entity entity) {}

  /**
   * Two who met.
   *
   * @param meetings what states it, in reading order; at least one
   */
  public record Edge(Node one, Node other, List<Meeting> meetings) {

    public Edge {
      meetings = List.copyOf(meetings);
    }

    /**
     * What is known of each meeting, a line each: place and day as the article writes them, and the
     * passage, with " · " between them: "Pyongyang · Thursday · photo caption 1".
     *
     * @param reference how to call a passage
     */
    public List<String> lines(Function<Passage, String> reference) {
      return meetings.stream()
          .map(meeting ->
              Stream.concat(
                  meeting.circumstances().stream(), Stream.of(reference.apply(meeting.passage()))))
          .map(parts -> String.join(SEPARATOR, parts.toList()))
          .distinct()
          .toList();
    }

    private boolean joins(Node a, Node b) {
      return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
    }
  }

  /** Copies the lists. */
  public MeetingGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * Puts meetings together.
   *
   * @param meetings of one article, in reading order
   */
  public static MeetingGraph of(List<Meeting> meetings) {
    Builder builder = new Builder();
    for (Meeting meeting : meetings) {
      meeting.participants().forEach(participant -> builder.node(meeting, participant));
      meeting.pairs().forEach(pair -> builder.add(meeting, pair));
    }
    return new MeetingGraph(List.copyOf(builder.nodes.values()), builder.edges);
  }

  private static final class Builder {
    private final Map<Object, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    Node node(Meeting meeting, Participant participant) {
      String words = participant.span().in(meeting.passage().text());
      Entity entity = participant.entity();
      return entity != null
          ? nodes.computeIfAbsent(entity, key -> new Node(entity.name(), entity))
          : nodes.computeIfAbsent(words.toLowerCase(Locale.ROOT), key -> new Node(words, null));
    }

    void add(Meeting meeting, Pair pair) {
      Node one = node(meeting, pair.one());
      Node other = node(meeting, pair.other());
      if (one.equals(other)) {
        return;
      }
      for (int i = 0; i < edges.size(); i++) {
        Edge edge = edges.get(i);
        if (edge.joins(one, other)) {
          List<Meeting> all =
              Stream.concat(edge.meetings().stream(), Stream.of(meeting)).distinct().toList();
          edges.set(i, new Edge(edge.one(), edge.other(), all));
          return;
        }
      }
      edges.add(new Edge(one, other, List.of(meeting)));
    }
  }
}
