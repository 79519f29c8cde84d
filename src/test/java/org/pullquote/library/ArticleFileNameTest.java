package org.pullquote.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFileNameTest {

  @ParameterizedTest
  @CsvSource({
    "story.txt, story",
    "page.html.gz, page",
    "page.HTML.GZ, page",
    "packed.gz, packed",
    "story, story",
    "2026.11.25.txt, 2026.11.25",
    "story., story.",
    ".hidden, .hidden",
    "a, a"
  })
  void aNameEndsBeforeItsEnding(String file, String name) {
    assertEquals(name, ArticleFileName.stem(file));
  }

  @ParameterizedTest
  @CsvSource({
    "story.txt, true",
    "metadata.json, false",
    "story.metadata.json, false",
    "story.METADATA.json, false",
    "my-metadata.json, true",
    "RIGHTS.md, false",
    ".story.txt, false"
  })
  void notEveryFileIsAnArticle(String file, boolean article) {
    assertEquals(article, ArticleFileName.isArticle(file));
  }
}
