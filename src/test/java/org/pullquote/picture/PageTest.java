package org.pullquote.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pullquote.picture.Diagram.Link;
import org.pullquote.picture.PageLayout.Box;
import org.pullquote.picture.PageLayout.Wire;

/** What stands on a page, and where. */
class PageTest {

  /** Each is laid out once, however many tests look at it. */
  private static final Map<Diagram, PageLayout> LAYOUTS = new HashMap<>();

  private static final String LONG = "leaders of farming unions from the whole of the wide country";

  @BeforeAll
  static void needsFonts() {
    assumeTrue(
        DiagramRenderer.render(pair("A", "B", "C")) instanceof Sketch, "this machine has no fonts");
  }

  static Diagram pair(String one, String other, String... lines) {
    return new Diagram(
        "Who met whom", List.of(one, other), List.of(new Link(0, 1, List.of(lines))), "The Bugle");
  }

  private static Diagram of(int nodes, Stream<Link> links) {
    List<String> names =
        IntStream.range(0, nodes)
            .mapToObj(i -> i % 7 == 5 ? LONG + " " + i : "Person " + i)
            .toList();
    return new Diagram("Who met whom", names, links.toList(), "The Bugle · 1 May 2024");
  }

  private static Link link(int from, int to) {
    return new Link(from, to, List.of("Oslo · Thursday · photo caption " + to, "headline"));
  }

  static Stream<Arguments> diagrams() {
    return Stream.of(
        Arguments.of("one alone", of(1, Stream.of())),
        Arguments.of("two", pair("Anna Holt", "Peter Lund", "Oslo · Thursday", "headline")),
        Arguments.of("two without a label", pair("Anna Holt", "Peter Lund")),
        Arguments.of("two of long words", pair(LONG, LONG + ", too", LONG)),
        Arguments.of("a word that is too long", pair("A".repeat(90), "B", "C".repeat(70))),
        Arguments.of("12 around one", of(12, IntStream.range(1, 12).mapToObj(i -> link(0, i)))),
        Arguments.of("25 around one", of(25, IntStream.range(1, 25).mapToObj(i -> link(0, i)))),
        Arguments.of(
            "25 in pairs", of(25, IntStream.range(0, 12).mapToObj(i -> link(2 * i, 2 * i + 1)))),
        Arguments.of("12 in a row", of(12, IntStream.range(1, 12).mapToObj(i -> link(i - 1, i)))),
        Arguments.of(
            "12 in a ring", of(12, IntStream.range(0, 12).mapToObj(i -> link(i, (i + 1) % 12)))),
        Arguments.of("a tree", of(15, IntStream.range(1, 15).mapToObj(i -> link((i - 1) / 2, i)))),
        Arguments.of(
            "25 around three",
            of(
                25,
                Stream.concat(
                    Stream.of(link(0, 1), link(1, 2)),
                    IntStream.range(3, 25).mapToObj(i -> link(i % 3, i))))),
        Arguments.of(
            "each with each of five",
            of(
                5,
                IntStream.range(0, 25)
                    .filter(i -> i / 5 < i % 5)
                    .mapToObj(i -> link(i / 5, i % 5)))),
        Arguments.of("Cyrillic", pair("Сергей Шойгу", "Ким Чен Ын", "Пхеньян · четверг")),
        Arguments.of("Hangul", pair("김정은", "세르게이 쇼이구", "평양 · 목요일 · 사진 설명 1")),
        Arguments.of("Han and Kana", pair("習近平国家主席", "ウラジーミル・プーチン", "東京 · 木曜日")));
  }

  private static PageLayout layout(Diagram diagram) {
    return LAYOUTS.computeIfAbsent(diagram, PageTest::layOut);
  }

  private static PageLayout layOut(Diagram diagram) {
    try {
      return Page.of(diagram, new Typesetter(new Fonts()));
    } catch (MissingGlyphsException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Box box) {
    return box.words().lines().stream().map(TextBlock.Line::text).collect(Collectors.joining());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("diagrams")
  void nothingOverlapsAndAllIsOnThePage(String name, Diagram diagram) {
    PageLayout page = layout(diagram);
    List<Box> boxes = new ArrayList<>(page.cards());
    boxes.add(page.title());
    boxes.add(page.footer());
    page.wires().stream().map(Wire::label).filter(b -> !b.bounds().isEmpty()).forEach(boxes::add);
    Rectangle2D canvas = new Rectangle2D.Double(0, 0, page.width(), page.height());
    for (Box box : boxes) {
      assertTrue(canvas.contains(box.bounds()), () -> text(box) + " leaves the page");
      assertTrue(box.words().width() <= box.bounds().getWidth() + 1, () -> text(box) + " is cut");
      assertTrue(box.words().height() <= box.bounds().getHeight() + 1, () -> text(box) + " is cut");
      for (Box other : boxes) {
        assertFalse(
            box != other && box.bounds().intersects(other.bounds()),
            () -> text(box) + " overlaps " + text(other));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("diagrams")
  void allTextsStandThereWordForWord(String name, Diagram diagram) {
    PageLayout page = layout(diagram);
    assertEquals(diagram.title(), text(page.title()));
    assertEquals(diagram.footer(), text(page.footer()));
    assertEquals(
        new TreeSet<>(diagram.nodes()),
        page.cards().stream().map(PageTest::text).collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(
        diagram.links().stream().map(link -> String.join("", link.lines())).sorted().toList(),
        page.wires().stream().map(wire -> text(wire.label())).sorted().toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("diagrams")
  void eachLinkGoesFromOneOfItsNodesToTheOtherThroughItsLabel(String name, Diagram diagram) {
    PageLayout page = layout(diagram);
    Set<Set<String>> drawn = new HashSet<>();
    for (Wire wire : page.wires()) {
      drawn.add(
          Set.of(cardAt(page, wire.route().getFirst()), cardAt(page, wire.route().getLast())));
      boolean labelled = !wire.label().bounds().isEmpty();
      assertTrue(!labelled || crosses(wire), () -> text(wire.label()) + " is not on its line");
    }
    Set<Set<String>> expected = new HashSet<>();
    diagram
        .links()
        .forEach(link ->
            expected.add(Set.of(diagram.nodes().get(link.from()), diagram.nodes().get(link.to()))));
    assertEquals(expected, drawn);
    assertEquals(diagram.links().size(), page.wires().size());
  }

  private static String cardAt(PageLayout page, Point2D end) {
    Rectangle2D around = new Rectangle2D.Double(end.getX() - 1, end.getY() - 1, 2, 2);
    List<String> at =
        page.cards().stream()
            .filter(card -> card.bounds().intersects(around))
            .map(PageTest::text)
            .toList();
    assertEquals(1, at.size(), () -> "a line ends at " + end + " on " + at);
    return at.getFirst();
  }

  private static boolean crosses(Wire wire) {
    return IntStream.range(1, wire.route().size())
        .anyMatch(i -> {
          Point2D from = wire.route().get(i - 1);
          Point2D to = wire.route().get(i);
          return wire.label()
              .bounds()
              .intersectsLine(from.getX(), from.getY(), to.getX(), to.getY());
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("diagrams")
  void isAsWideAsAPhone(String name, Diagram diagram) {
    assertEquals(Page.WIDTH, layout(diagram).width());
  }

  @Test
  void noTypeIsTooSmallForAPhone() {
    assertTrue(Stream.of(Style.values()).allMatch(style -> style.size() >= 30));
  }

  @Test
  void aNodeOfAGraphThatIsTooWideStandsInEachOfItsParts() {
    Diagram diagram =
        of(
            25,
            Stream.concat(
                Stream.of(link(0, 1)), IntStream.range(2, 25).mapToObj(i -> link(i % 2, i))));
    assertEquals(26, layout(diagram).cards().size());
  }

  @Test
  void linesBreakAtSeparatorsBeforeOtherSpaces() throws MissingGlyphsException {
    TextBlock block =
        new Typesetter(new Fonts()).set("Oslo · Thursday · photo caption 1", Style.LABEL, 300);
    assertEquals(
        List.of("Oslo · Thursday · ", "photo caption 1"),
        block.lines().stream().map(TextBlock.Line::text).toList());
  }

  @Test
  void textThatIsReadToTheLeftIsKnown() throws MissingGlyphsException {
    TextBlock.Line line =
        new Typesetter(new Fonts()).set("محمد بن سلمان", Style.NODE, 900).lines().getFirst();
    assertFalse(line.layout().isLeftToRight());
  }
}
