import java.nio.file.Path;
import org.apache.solr.embedded.JettyConfig;
import org.apache.solr.embedded.JettySolrRunner;

/**
 * A node of a Solr cluster, as a program: {@code java -cp SOLR SolrNode.java HOME PORT}. It is
 * compiled as it starts, against Solr's class path, which is not the project's; it ends with its
 * standard input.
 */
public final class SolrNode {

  private SolrNode() {}

  public static void main(String[] args) throws Exception {
    JettyConfig config = JettyConfig.builder().setPort(Integer.parseInt(args[1])).build();
    new JettySolrRunner(Path.of(args[0]).toString(), config).start();
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Whoever started it is still there.
    }
    Runtime.getRuntime().halt(0);
  }
}
