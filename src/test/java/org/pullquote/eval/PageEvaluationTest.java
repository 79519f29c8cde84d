package org.pullquote.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.article.ArticleBuilder;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageKind;
import org.pullquote.reading.ArticleReader;
import org.pullquote.reading.Source;
import org.pullquote.reading.UnreadableException;

class PageEvaluationTest {

  private static final String REFERENCE =
      """
      {"V0": {"body": {"sections": [{"paragraphs": ["Something else, long ago."]}]}},
       "V1": {"publishing_date": "2026-05-04 10:00:00+00:00", "body": {"sections": [
        {"headline": ["Cost"], "paragraphs": ["The mayor opened the bridge.", "It cost a million."]}]},
        "images": [{"caption": "The mayor waves", "authors": ["Tom Hill", "AP"]},
                   {"caption": "The bridge", "authors": []}, {"caption": null}]}}
      """;

  private static Article read(String credit) {
    Metadata metadata = new Metadata("x", null, List.of(), "2026-05-04", null, null, List.of());
    return new ArticleBuilder(Fixtures.SENTENCES)
        .add(PassageKind.CAPTION, "The mayor waves.", credit)
        .add(PassageKind.PARAGRAPH, "The mayor opened the bridge.", null)
        .add(PassageKind.PARAGRAPH, "It cost a million. Sign up.", null)
        .build(metadata);
  }

  @Test
  void measuresAgainstTheVersionThatIsMostAlike() throws IOException {
    PageEvaluation evaluation = new PageEvaluation();
    evaluation.add("novy", Fixtures.JSON.readTree(REFERENCE), read("AP/Tom Hill"), 5);
    JsonNode json = evaluation.json();
    // 6 of 8 runs of four words are right, of 6.
    assertEquals(2 * 0.75 / 1.75, json.path("body_f1").doubleValue(), 1e-9);
    assertEquals(0.5, json.path("paragraphs_verbatim").doubleValue());
    assertEquals(0.5, json.path("captions").doubleValue());
    assertEquals(1.0, json.path("credits").doubleValue());
    assertEquals(1.0, json.path("dates").doubleValue());
    assertEquals(3, evaluation.table().lines().count());
  }

  @Test
  void wantsEachNameOfACredit() throws IOException {
    PageEvaluation evaluation = new PageEvaluation();
    evaluation.add("novy", Fixtures.JSON.readTree(REFERENCE), read("AP"), 5);
    assertEquals(0.0, evaluation.json().path("credits").doubleValue());
  }

  @Test
  void refusesAReferenceInAnotherForm() throws IOException {
    JsonNode list = Fixtures.JSON.readTree("[]");
    assertThrows(
        IllegalArgumentException.class, () -> new PageEvaluation().add("x", list, read("AP"), 1));
  }

  @Test
  void readsRealPages() throws IOException, UnreadableException {
    Path folder = Fixtures.shared("pages");
    PageEvaluation evaluation = new PageEvaluation();
    ArticleReader reader = new ArticleReader(Fixtures.SENTENCES);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path page : files.filter(file -> file.toString().endsWith(".gz")).sorted().toList()) {
        String name = page.getFileName().toString().replace(".html.gz", "");
        JsonNode reference = Fixtures.JSON.readTree(folder.resolve(name + ".json").toFile());
        Source source = Source.file(page.toString(), Files.readAllBytes(page));
        evaluation.add(name, reference, reader.read(source, Metadata.NONE).article(), 0);
      }
    }
    JsonNode json = evaluation.json();
    assertTrue(json.path("body_f1").doubleValue() >= 0.965, evaluation::table);
    assertTrue(json.path("paragraphs_verbatim").doubleValue() >= 0.95, evaluation::table);
    assertTrue(json.path("captions").doubleValue() >= 0.9, evaluation::table);
    assertTrue(json.path("credits").doubleValue() >= 0.85, evaluation::table);
    assertTrue(json.path("dates").doubleValue() >= 0.96, evaluation::table);
  }
}
