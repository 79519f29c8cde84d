package org.pullquote.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Passage;

class PassageReferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is in the first photo? | c1",
        "what does the last picture show | c5",
        "2nd image caption? | c2",
        "What does paragraph 3 say? | p3",
        "read me the final paragraph | p14",
        "who is in photo 4 | c4",
        "What does the ninth photo show? | ''",
        "the 9th photo | ''",
        "What is the headline? | headline",
        "what does the headline say about Kim | ''",
        "paragraph 99 | ''",
        "Who took the photos? | ''",
        "the first soldiers | ''",
      })
  void findsAPassageByItsPlace(String question, String id) {
    assertEquals(id, PassageReference.in(question, Fixtures.ARTICLE).map(Passage::id).orElse(""));
  }
}
