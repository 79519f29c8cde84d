package org.pullquote.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;

/** A passage that a question names by its place: "the first photo", "paragraph 3". */
final class PassageReference {

  private static final String KINDS =
      "(?<kind>photo(?:graph)?|pic(?:ture)?|image|caption|paragraph|para)s?";

  private static final Pattern HEADLINE =
      Pattern.compile(
          "(?i)^\\W*(?:what(?:'s|’s|s| is| does)? )?(?:the |its )?(?:headline|title)(?: say)?\\W*$");

  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?i)\\b(?<which>first|second|third|fourth|fifth|sixth|last|final|(?<digits>\\d{1,3})(?:st|nd|rd|th)) "
              + KINDS
              + "\\b");

  private static final Pattern NUMBER =
      Pattern.compile("(?i)\\b" + KINDS + " (?:no\\.? ?|number |#)?(?<digits>\\d{1,3})\\b");

  private static final Map<String, Integer> PLACES =
      Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6);

  private PassageReference() {}

  /** The passage that a question names by its place, if the article has it. */
  static Optional<Passage> in(String question, Article article) {
    if (HEADLINE.matcher(question).find()) {
      return article.headline();
    }
    Matcher ordinal = ORDINAL.matcher(question);
    if (ordinal.find()) {
      String which = ordinal.group("which").toLowerCase(Locale.ROOT);
      List<Passage> kind = ofKind(article, ordinal.group("kind"));
      int place =
          ordinal.group("digits") != null
              ? Integer.parseInt(ordinal.group("digits"))
              : PLACES.getOrDefault(which, kind.size());
      return at(kind, place);
    }
    Matcher number = NUMBER.matcher(question);
    return number.find()
        ? at(ofKind(article, number.group("kind")), Integer.parseInt(number.group("digits")))
        : Optional.empty();
  }

  private static List<Passage> ofKind(Article article, String word) {
    PassageKind kind =
        word.toLowerCase(Locale.ROOT).startsWith("para")
            ? PassageKind.PARAGRAPH
            : PassageKind.CAPTION;
    return article.passages().stream().filter(passage -> passage.kind() == kind).toList();
  }

  private static Optional<Passage> at(List<Passage> passages, int place) {
    return place >= 1 && place <= passages.size()
        ? Optional.of(passages.get(place - 1))
        : Optional.empty();
  }
}
