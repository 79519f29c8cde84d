package org.pullquote.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.pullquote.picture.Diagram.Link;
import org.pullquote.picture.GraphLayout.Shape;
import org.pullquote.picture.Sizes.Size;

/**
 * A component with its words and the places of all its parts.
 *
 * @param component which
 * @param nodes the words of its nodes
 * @param labels the words of its links
 * @param placement where they go, from the component's own upper left corner
 */
record Part(
    Component component, List<TextBlock> nodes, List<TextBlock> labels, Placement placement) {

  private static final double CARD_PADDING = 24;
  private static final double CARD_PADDING_ABOVE = 18;
  private static final double LABEL_PADDING = 8;
  private static final double LABEL_PADDING_ABOVE = 6;

  /** How wide the words of nodes and links should be. */
  private record Wrap(double node, double label) {}

  private static final List<Wrap> WRAPS =
      List.of(new Wrap(300, 300), new Wrap(270, 220), new Wrap(210, 190), new Wrap(180, 160));

  double width() {
    return placement.width();
  }

  double height() {
    return placement.height();
  }

  /**
   * Lays out a component so that it is no wider than asked for, as low as it can be. Where it
   * cannot be so narrow, it is split into smaller ones, in which some nodes stand again; what
   * cannot be split any more may be wider.
   *
   * @throws MissingGlyphsException if no font has a character of it
   */
  static List<Part> of(Component component, Diagram diagram, Typesetter typesetter, double width)
      throws MissingGlyphsException {
    List<Part> all = new ArrayList<>();
    for (Wrap wrap : WRAPS) {
      all.addAll(layouts(component, diagram, typesetter, wrap));
    }
    List<Part> fitting = all.stream().filter(part -> part.width() <= width).toList();
    if (!fitting.isEmpty()) {
      return smallest(fitting, Comparator.comparingDouble(Part::height));
    }
    if (component.isStar(diagram)) {
      return smallest(all, Comparator.comparingDouble(Part::width));
    }
    List<Part> split = new ArrayList<>();
    for (Component smaller : component.split(diagram)) {
      split.addAll(of(smaller, diagram, typesetter, width));
    }
    return split;
  }

  private static List<Part> smallest(List<Part> parts, Comparator<Part> size) {
    return parts.stream().min(size).stream().toList();
  }

  private static List<Part> layouts(
      Component component, Diagram diagram, Typesetter typesetter, Wrap wrap)
      throws MissingGlyphsException {
    List<TextBlock> names = new ArrayList<>();
    for (int node : component.nodes()) {
      names.add(typesetter.set(diagram.nodes().get(node), Style.NODE, wrap.node()));
    }
    List<TextBlock> words = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i : component.links()) {
      Link link = diagram.links().get(i);
      words.add(typesetter.set(link.lines(), Style.LABEL, wrap.label()));
      links.add(local(component, link));
    }
    Sizes sizes =
        new Sizes(
            names.stream().map(Part::card).toList(), words.stream().map(Part::tag).toList(), links);
    return Stream.of(Shape.values())
        .map(shape -> new Part(component, names, words, GraphLayout.of(sizes, shape)))
        .toList();
  }

  /** A link by the places of its ends in the component, leading away from the first node. */
  private static Link local(Component component, Link link) {
    int from = component.nodes().indexOf(link.from());
    int to = component.nodes().indexOf(link.to());
    return new Link(Math.min(from, to), Math.max(from, to), List.of());
  }

  private static Size card(TextBlock words) {
    return new Size(
        Math.ceil(words.width() + 2 * CARD_PADDING),
        Math.ceil(words.height() + 2 * CARD_PADDING_ABOVE));
  }

  private static Size tag(TextBlock words) {
    return words.lines().isEmpty()
        ? new Size(0, 0)
        : new Size(
            Math.ceil(words.width() + 2 * LABEL_PADDING),
            Math.ceil(words.height() + 2 * LABEL_PADDING_ABOVE));
  }
}
