package org.pullquote.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pullquote.picture.Diagram.Link;

/**
 * A connected part of a graph. Nodes and links are named by their places in the diagram.
 *
 * @param nodes the one with the most links first and the others by their distance to it
 * @param links in order
 */
record Component(List<Integer> nodes, List<Integer> links) {

  /** The parts of a diagram that no link joins, in order of their first nodes. */
  static List<Component> of(Diagram diagram) {
    Set<Integer> nodes = new TreeSet<>(IntStream.range(0, diagram.nodes().size()).boxed().toList());
    return of(diagram, nodes, IntStream.range(0, diagram.links().size()).boxed().toList());
  }

  private static List<Component> of(Diagram diagram, Set<Integer> nodes, List<Integer> links) {
    Set<Integer> seen = new TreeSet<>();
    List<Component> all = new ArrayList<>();
    for (int node : nodes) {
      if (!seen.contains(node)) {
        Component component = around(diagram, node, links);
        seen.addAll(component.nodes());
        all.add(component);
      }
    }
    return List.copyOf(all);
  }

  /** Whether all links lead to one node. */
  boolean isStar(Diagram diagram) {
    return links.stream().allMatch(i -> touches(diagram.links().get(i), nodes.getFirst()));
  }

  /**
   * The star around the first node, and what the other links join: smaller parts, in which nodes
   * stand again that have links of both.
   */
  List<Component> split(Diagram diagram) {
    int hub = nodes.getFirst();
    List<Integer> star = links.stream().filter(i -> touches(diagram.links().get(i), hub)).toList();
    List<Integer> rest = links.stream().filter(i -> !star.contains(i)).toList();
    return Stream.of(star, rest)
        .flatMap(some -> of(diagram, ends(diagram, some), some).stream())
        .toList();
  }

  private static Set<Integer> ends(Diagram diagram, List<Integer> links) {
    Set<Integer> nodes = new TreeSet<>();
    for (int i : links) {
      nodes.add(diagram.links().get(i).from());
      nodes.add(diagram.links().get(i).to());
    }
    return nodes;
  }

  private static boolean touches(Link link, int node) {
    return link.from() == node || link.to() == node;
  }

  private static Component around(Diagram diagram, int node, List<Integer> links) {
    List<Link> some = links.stream().map(diagram.links()::get).toList();
    Comparator<Integer> byDegree =
        Comparator.comparingLong(n -> some.stream().filter(link -> touches(link, n)).count());
    int hub =
        reach(some, node).stream()
            .max(byDegree.thenComparing(Comparator.reverseOrder()))
            .orElse(node);
    List<Integer> reached = reach(some, hub);
    return new Component(
        reached,
        links.stream().filter(i -> reached.contains(diagram.links().get(i).from())).toList());
  }

  /** All that can be reached from a node, breadth first. */
  private static List<Integer> reach(List<Link> links, int start) {
    List<Integer> reached = new ArrayList<>(List.of(start));
    Deque<Integer> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      int node = open.removeFirst();
      links.stream()
          .filter(link -> touches(link, node))
          .map(link -> link.from() == node ? link.to() : link.from())
          .filter(other -> !reached.contains(other))
          .distinct()
          .forEach(other -> {
            reached.add(other);
            open.addLast(other);
          });
    }
    return List.copyOf(reached);
  }
}
