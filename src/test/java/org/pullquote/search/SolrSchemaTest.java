package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.article.Passage;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * That Solr's schema says what the embedded index does: its files follow from the code ({@code
 * -Dsolr.update=true} writes them), and its analyzer makes the same terms.
 */
class SolrSchemaTest {

  private static final Path FOLDER = Path.of("config", "solr", "conf");

  private static void assertFollows(String file, String expected) throws IOException {
    Path path = FOLDER.resolve(file);
    if (Boolean.getBoolean("solr.update")) {
      Files.writeString(path, expected);
    }
    assertEquals(expected, Files.readString(path), path + ": -Dsolr.update=true writes it anew");
  }

  @Test
  void theSchemaFollowsFromTheFields() throws IOException {
    int dimension = Fixtures.model().question("Who?").meaning().length;
    assertFollows("schema.xml", SolrSchema.schema(dimension));
  }

  @Test
  void theIrregularVerbsAreOurs() throws IOException {
    assertFollows(SolrSchema.IRREGULAR_VERBS, SolrSchema.irregularVerbs());
  }

  /** Lucene's own factories, as the schema names them, beside what the embedded index has. */
  @Test
  void theSchemasAnalyzerMakesTheSameTerms() throws Exception {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "The U.S. Army’s and the mayor's met, MET, Café Zürich's x_y 3.5% don't running",
                "He lay down; they lay, having lain, been and gone; thought, taught & caught",
                "WWII’s 1,000-strong “re-election” of O'Neill naïve İstanbul 北京 Київ met’s"));
    Fixtures.ARTICLE.passages().stream().map(Passage::text).forEach(texts::add);
    SolrSchema.irregularVerbs().lines().forEach(texts::add);
    try (Analyzer theirs = analyzer();
        EnglishAnalysis ours = new EnglishAnalysis()) {
      for (String text : texts) {
        assertEquals(ours.tokens(text), EnglishAnalysis.tokens(theirs, text), text);
      }
    }
  }

  /** The analyzer that the committed schema describes. */
  private static Analyzer analyzer() throws Exception {
    Element type =
        (Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FOLDER.resolve("schema.xml").toFile())
                .getElementsByTagName("analyzer")
                .item(0);
    CustomAnalyzer.Builder builder =
        CustomAnalyzer.builder(FOLDER)
            .withTokenizer(
                ((Element) type.getElementsByTagName("tokenizer").item(0)).getAttribute("name"));
    NodeList filters = type.getElementsByTagName("filter");
    for (int i = 0; i < filters.getLength(); i++) {
      Map<String, String> attributes = new HashMap<>();
      for (int j = 0; j < filters.item(i).getAttributes().getLength(); j++) {
        attributes.put(
            filters.item(i).getAttributes().item(j).getNodeName(),
            filters.item(i).getAttributes().item(j).getNodeValue());
      }
      builder.addTokenFilter(String.valueOf(attributes.remove("name")), attributes);
    }
    return builder.build();
  }

  @Test
  void noFormHasWhatPartsTheLinesOfADictionary() {
    assertEquals(
        List.of(),
        EnglishAnalysis.irregularStems().keySet().stream()
            .filter(form -> !form.matches("[a-z]+"))
            .collect(Collectors.toList()));
  }
}
