package org.pullquote.picture;

import java.util.List;

/**
 * A graph to draw, with the words on it in any script. Texts are drawn as they are, wrapped where
 * they are long.
 *
 * @param title the line above it
 * @param nodes what stands on each node; no node has to be linked
 * @param links which nodes are joined
 * @param footer the line below it
 */
public record Diagram(String title, List<String> nodes, List<Link> links, String footer) {

  /**
   * A line between two nodes.
   *
   * @param from the place of one in the list of nodes, from 0
   * @param to the place of the other
   * @param lines what stands on the line, one below the other; may be empty
   */
  public record Link(int from, int to, List<String> lines) {

    public Link {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @throws IllegalArgumentException if there is no node, a text is blank, or a link has an end
   *     that is no node, or the same node at both ends
   */
  public Diagram {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    boolean blank =
        title.isBlank()
            || footer.isBlank()
            || nodes.stream().anyMatch(String::isBlank)
            || links.stream().flatMap(link -> link.lines().stream()).anyMatch(String::isBlank);
    if (nodes.isEmpty() || blank) {
      throw new IllegalArgumentException("a diagram needs nodes, and no text may be blank");
    }
    for (Link link : links) {
      if (isOutside(link.from(), nodes)
          || isOutside(link.to(), nodes)
          || link.from() == link.to()) {
        throw new IllegalArgumentException(link + " does not join two of " + nodes.size());
      }
    }
  }

  private static boolean isOutside(int index, List<String> nodes) {
    return index < 0 || index >= nodes.size();
  }
}
