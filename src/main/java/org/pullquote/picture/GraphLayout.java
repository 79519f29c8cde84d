package org.pullquote.picture;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.options.CenterEdgeLabelPlacementStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkShape;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.pullquote.picture.Sizes.Size;

/**
 * Lays out a connected graph in layers (Sugiyama's method) by the Eclipse Layout Kernel, with the
 * labels on the lines and, where that costs no crossing, in the order of the graph. The same graph
 * gives the same layout.
 */
final class GraphLayout {

  private static final double BETWEEN_NODES = 26;
  private static final double BETWEEN_LAYERS = 34;
  private static final double BETWEEN_LINES = 22;
  private static final int SEED = 1;

  /** A label without text is not placed; only its size counts. */
  private static final String LABEL = "label";

  /** How the layers go, and how many nodes one may have. */
  enum Shape {
    /** From left to right: right for one who met many. */
    ACROSS(Direction.RIGHT, 0),
    /** From top to bottom. */
    DOWN(Direction.DOWN, 0),
    DOWN_BY_THREE(Direction.DOWN, 3),
    DOWN_BY_TWO(Direction.DOWN, 2);

    private final Direction direction;
    private final int most;

    Shape(Direction direction, int most) {
      this.direction = direction;
      this.most = most;
    }
  }

  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<ElkEdge> edges = new ArrayList<>();

  private GraphLayout(Sizes sizes, Shape shape) {
    configure(shape);
    boolean labelled = sizes.labels().stream().allMatch(size -> size.height() > 0);
    graph.setProperty(LayeredOptions.MERGE_EDGES, labelled);
    for (Size size : sizes.nodes()) {
      ElkNode node = ElkGraphUtil.createNode(graph);
      node.setDimensions(size.width(), size.height());
      nodes.add(node);
    }
    for (int i = 0; i < sizes.links().size(); i++) {
      Diagram.Link link = sizes.links().get(i);
      ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(link.from()), nodes.get(link.to()));
      label(edge, sizes.labels().get(i));
      edges.add(edge);
    }
  }

  /** Places the parts of a connected graph. Its links should lead away from the first node. */
  static Placement of(Sizes sizes, Shape shape) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    GraphLayout layout = new GraphLayout(sizes, shape);
    new RecursiveGraphLayoutEngine().layout(layout.graph, new BasicProgressMonitor());
    return layout.placement();
  }

  private void configure(Shape shape) {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.RANDOM_SEED, SEED);
    graph.setProperty(CoreOptions.DIRECTION, shape.direction);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(0));
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_LINES);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_LINES);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_LINES);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_LINES);
    graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
    graph.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    if (shape.most > 0) {
      graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.COFFMAN_GRAHAM);
      graph.setProperty(LayeredOptions.LAYERING_COFFMAN_GRAHAM_LAYER_BOUND, shape.most);
      graph.setProperty(
          LayeredOptions.EDGE_LABELS_CENTER_LABEL_PLACEMENT_STRATEGY,
          CenterEdgeLabelPlacementStrategy.HEAD_LAYER);
    }
  }

  private static void label(ElkEdge edge, Size size) {
    if (size.height() > 0) {
      ElkLabel label = ElkGraphUtil.createLabel(LABEL, edge);
      label.setDimensions(size.width(), size.height());
      label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      label.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
    }
  }

  private Placement placement() {
    return new Placement(
        graph.getWidth(),
        graph.getHeight(),
        nodes.stream().map(GraphLayout::box).toList(),
        edges.stream().map(GraphLayout::labelBox).toList(),
        edges.stream().map(GraphLayout::route).toList());
  }

  private static Rectangle2D box(ElkShape shape) {
    return new Rectangle2D.Double(shape.getX(), shape.getY(), shape.getWidth(), shape.getHeight());
  }

  private static Rectangle2D labelBox(ElkEdge edge) {
    return edge.getLabels().isEmpty() ? new Rectangle2D.Double() : box(edge.getLabels().getFirst());
  }

  private static List<Point2D> route(ElkEdge edge) {
    List<Point2D> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point2D.Double(section.getStartX(), section.getStartY()));
      section
          .getBendPoints()
          .forEach(bend -> points.add(new Point2D.Double(bend.getX(), bend.getY())));
      points.add(new Point2D.Double(section.getEndX(), section.getEndY()));
    }
    return List.copyOf(points);
  }
}
