package org.pullquote.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pullquote.article.Metadata;
import org.pullquote.meetings.MeetingGraph;

/**
 * Who met whom, in words to draw.
 *
 * @param title what it shows
 * @param people who took part, as the article calls them
 * @param links who of them met whom
 * @param footer from which article
 */
public record MeetingMap(String title, List<String> people, List<Link> links, String footer) {

  private static final char NO_BREAK_SPACE = '\u00a0';

  /**
   * Two who met.
   *
   * @param from the place of one in the list of people, from 0
   * @param to the place of the other
   * @param lines for each meeting where and when it was, as the article writes it, and the passage
   */
  public record Link(int from, int to, List<String> lines) {

    public Link {
      lines = List.copyOf(lines);
    }
  }

  /** Copies the lists. */
  public MeetingMap {
    people = List.copyOf(people);
    links = List.copyOf(links);
  }

  static MeetingMap of(MeetingGraph graph, Metadata metadata, Messages messages) {
    List<Link> links =
        graph.edges().stream()
            .map(edge ->
                new Link(
                    graph.nodes().indexOf(edge.one()),
                    graph.nodes().indexOf(edge.other()),
                    edge.lines(passage ->
                        AttributionLine.place(passage, messages).replace(' ', NO_BREAK_SPACE))))
            .toList();
    String footer =
        Stream.of(Optional.ofNullable(metadata.title()), Optional.ofNullable(metadata.publisher()))
            .flatMap(Optional::stream)
            .reduce((title, publisher) -> title + AttributionLine.SEPARATOR + publisher)
            .orElse(messages.get("map.title"));
    return new MeetingMap(
        messages.get("map.title"),
        graph.nodes().stream().map(MeetingGraph.Node::label).toList(),
        links,
        footer);
  }

  /** The same as lines of text: {@code Sergei Shoigu – Kim Jong-un: Pyongyang · Thursday · …}. */
  public List<String> lines() {
    return links.stream()
        .flatMap(link ->
            link.lines().stream()
                .map(line -> people.get(link.from()) + " – " + people.get(link.to()) + ": " + line))
        .map(line -> line.replace(NO_BREAK_SPACE, ' '))
        .toList();
  }
}
