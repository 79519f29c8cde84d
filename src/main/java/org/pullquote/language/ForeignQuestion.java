package org.pullquote.language;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question in another language than the article's.
 *
 * @param language in which it is, as a BCP 47 tag
 * @param inEnglish the words to look for in its place, in the order of the question
 */
public record ForeignQuestion(String language, String inEnglish) {

  /**
   * Reads a question.
   *
   * @param articleLanguage in which questions are not foreign
   * @param names that the article has, as it writes them
   * @return empty where the question is in English or in the article's language, or where nothing
   *     tells: names alone have no language
   */
  public static Optional<ForeignQuestion> of(
      String question, Locale articleLanguage, Collection<String> names) {
    List<Word> words = Word.in(question);
    return LanguageGuess.of(words, names)
        .filter(language -> !language.equals(articleLanguage.getLanguage()))
        .map(language ->
            new ForeignQuestion(language, new Gloss(language, new NameSounds(names)).of(words)));
  }
}
