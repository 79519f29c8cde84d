package org.pullquote.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes Word documents, as the standard ECMA-376 lays them out. */
public final class TestDocx {

  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();
  private String prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

  public TestDocx() {
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd"
            + ".openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    part(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + RELATIONSHIPS
            + "\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org"
            + "/officeDocument/2006/relationships/officeDocument\""
            + " Target=\"word/document.xml\"/></Relationships>");
    part(
        "word/styles.xml",
        "<w:styles"
            + NAMESPACES
            + ">"
            + style("Title", "Title")
            + style("Subtitle", "Subtitle")
            + style("Heading1", "heading 1")
            + style("Heading2", "heading 2")
            + style("Caption", "caption")
            + style("Quote", "Quote")
            + "</w:styles>");
  }

  private static String style(String id, String name) {
    return "<w:style w:type=\"paragraph\" w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + name
        + "\"/></w:style>";
  }

  public TestDocx part(String name, String text) {
    return part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public TestDocx part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  public TestDocx prolog(String text) {
    prolog = text;
    return this;
  }

  /** Adds XML to the body. */
  public TestDocx xml(String xml) {
    body.append(xml);
    return this;
  }

  public TestDocx paragraph(String text) {
    return paragraph("", text);
  }

  /** Adds a paragraph of a style. */
  public TestDocx paragraph(String style, String text) {
    String properties = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    return xml("<w:p>" + properties + run(text) + "</w:p>");
  }

  static String run(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  public byte[] bytes() {
    part(
        OfficeParts.DOCUMENT,
        prolog + "<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
