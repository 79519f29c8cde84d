package org.pullquote.search;

import java.util.stream.Collectors;

/** Writes what Solr is told of a library's index, from what the embedded one is made of. */
final class SolrSchema {

  /** The file of the dictionary that the schema names. */
  static final String IRREGULAR_VERBS = "irregular-verbs.txt";

  private SolrSchema() {}

  /** Forms of irregular verbs and what they are reduced to, as Solr's stemmer reads them. */
  static String irregularVerbs() {
    return EnglishAnalysis.irregularStems().entrySet().stream()
        .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /**
   * The schema.
   *
   * @param dimension how many numbers a vector of the model has
   */
  static String schema(int dimension) {
    StringBuilder xml = new StringBuilder();
    xml.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- The fields of a library's index. Written by SolrSchemaTest, from the code of the embedded
             index: a change there is a change here, and another version of the index. -->
        <schema name="pullquote" version="1.6">
          <uniqueKey>id</uniqueKey>
          <similarity class="solr.BM25SimilarityFactory"/>

          <fieldType name="string" class="solr.StrField"/>
          <fieldType name="long" class="solr.LongPointField" docValues="true"/>
          <fieldType name="english" class="solr.TextField">
            <analyzer>
              <tokenizer name="standard"/>
              <filter name="englishPossessive"/>
              <filter name="lowercase"/>
              <filter name="asciiFolding"/>
              <filter name="stemmerOverride" dictionary="%s"/>
              <filter name="porterStem"/>
            </analyzer>
          </fieldType>
          <fieldType name="meaning" class="solr.DenseVectorField" vectorDimension="%d"
                     similarityFunction="dot_product"/>

        """
            .formatted(IRREGULAR_VERBS, dimension));
    field(
        xml,
        "id",
        "string",
        "indexed=\"true\" stored=\"true\" docValues=\"true\" required=\"true\"");
    field(xml, "_root_", "string", "indexed=\"true\" stored=\"true\"");
    field(xml, "_version_", "long", "indexed=\"false\" stored=\"false\"");
    field(
        xml, LibraryFields.FILE, "string", "indexed=\"false\" stored=\"false\" docValues=\"true\"");
    field(xml, LibraryFields.MODIFIED, "long", "indexed=\"false\" stored=\"true\"");
    for (String searched :
        new String[] {
          LibraryFields.ABOUT_FILE,
          LibraryFields.KIND,
          LibraryFields.NAME,
          LibraryFields.KEY,
          LibraryFields.EDITION
        }) {
      field(xml, searched, "string", "indexed=\"true\" stored=\"true\"");
    }
    for (String kept :
        new String[] {
          LibraryFields.STAMP,
          LibraryFields.DIGEST,
          LibraryFields.FAULT,
          LibraryFields.TITLE,
          LibraryFields.PUBLISHER,
          LibraryFields.PUBLISHED,
          LibraryFields.PASSAGES
        }) {
      field(xml, kept, "string", "indexed=\"false\" stored=\"true\"");
    }
    for (String text :
        new String[] {
          LibraryFields.HEADLINE,
          LibraryFields.ALL,
          LibraryFields.PASSAGE,
          LibraryFields.OTHER_NAMES
        }) {
      field(xml, text, "english", "indexed=\"true\" stored=\"false\"");
    }
    field(xml, LibraryFields.MEANING, "meaning", "indexed=\"true\" stored=\"false\"");
    return xml.append("</schema>\n").toString();
  }

  private static void field(StringBuilder xml, String name, String type, String options) {
    xml.append("  <field name=\"%s\" type=\"%s\" %s/>\n".formatted(name, type, options));
  }
}
