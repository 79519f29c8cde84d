package org.pullquote.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;

class PassageListReaderTest {

  private static Article read(String json) throws JsonProcessingException {
    return new PassageListReader(Fixtures.SENTENCES)
        .read(Fixtures.JSON.readTree(json), Metadata.NONE);
  }

  @Test
  void readsAnObjectWithItsMetadata() throws JsonProcessingException {
    Article article =
        read(
            """
            {"publisher": "The Novy Times", "authors": ["Jane Doe"], "url": null,
             "passages": [{"id": "headline", "kind": "headline", "text": "Bridge opens"},
                          {"id": "c1", "kind": "caption", "text": "The bridge", "credit": "AP"}]}
            """);
    assertEquals("Bridge opens", article.metadata().title());
    assertEquals("The Novy Times", article.metadata().publisher());
    assertEquals("AP", article.passage("c1").orElseThrow().credit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "{} | expected a list of passages",
        "[] | expected a list of passages",
        "[{\"id\": \"p1\", \"kind\": \"paragraph\"}] | passage 1: \"text\" is missing",
        "[{\"id\": \"p1\", \"kind\": \"verse\", \"text\": \"x\"}] | passage 1: there is no kind \"verse\"",
        "[{\"id\": 1, \"kind\": \"paragraph\", \"text\": \"x\"}] | \"id\" must be text",
        "{\"authors\": \"Jane\", \"passages\": [{}]} | \"authors\" must be a list",
      })
  void saysWhatIsWrong(String json, String message) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read(json));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void refusesTwoPassagesUnderOneId() {
    String passage = "{\"id\": \"p1\", \"kind\": \"paragraph\", \"text\": \"x\"}";
    assertThrows(IllegalArgumentException.class, () -> read("[" + passage + "," + passage + "]"));
  }
}
