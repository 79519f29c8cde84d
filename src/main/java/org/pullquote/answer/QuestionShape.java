package org.pullquote.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question asks for, read off its words.
 *
 * @param type what kind of words would answer it
 * @param photo whether it asks about a photo
 * @param credit whether it asks who took a photo or where it comes from
 * @param speech whether it asks what somebody said, or who said it
 * @param whoIs the name in "who is NAME?", in the question's spelling
 */
record QuestionShape(
    AnswerType type, boolean photo, boolean credit, boolean speech, Optional<String> whoIs) {

  private static final Pattern PHOTO =
      pattern("photo(?:s|graph(?:s|ed|er)?)?|pic(?:s|tures?|tured)?|images?|captions?|📸|📷");

  private static final Pattern CREDIT =
      pattern(
          "took|taken by|take|credit(?:s|ed)?|photographer|photographed|whose|supplied|provided"
              + "|source|come from|copyright|by who(?:m)?|shot");

  private static final Pattern SPEECH =
      pattern(
          "sa(?:y|ys|id|ying)|told|tell|claim(?:s|ed)?|call(?:s|ed)?|describ(?:e|es|ed)|stat(?:e|es|ed|ement)"
              + "|comment(?:s|ed)?|argu(?:e|es|ed)|accord(?:ing)?|words|quotes?|quoted|react(?:s|ed|ion)?"
              + "|respon(?:d|se|ded)|warn(?:s|ed)?|suggest(?:s|ed)?|think(?:s)?|believ(?:e|es|ed)|explain(?:s|ed)?");

  private static final Pattern WHO_IS =
      Pattern.compile(
          "(?i)^\\W*(?:so |and |ok |hey )*(?:who(?:'s|’s|s| is| was| are| tf is)|what is) (?!the\\b|a\\b|an\\b|in\\b)"
              + "(?<name>[\\p{L}][\\p{L}\\p{M}.'’ -]{1,50}?)(?: lol| again| by the way| exactly)?\\W*$"
              + "|^\\W*(?<late>[\\p{L}][\\p{L}\\p{M}.'’ -]{1,50}?) who(?: is (?:that|he|she|this)| dat)?\\W*$");

  private static Pattern pattern(String words) {
    return Pattern.compile("(?i)(?<!\\p{L})(?:" + words + ")(?!\\p{L})");
  }

  static QuestionShape of(String question) {
    boolean photo = PHOTO.matcher(question).find();
    return new QuestionShape(
        AnswerType.of(question),
        photo,
        photo && CREDIT.matcher(question).find(),
        SPEECH.matcher(question).find(),
        whoIs(question));
  }

  private static Optional<String> whoIs(String question) {
    Matcher matcher = WHO_IS.matcher(question);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String name = matcher.group("name") != null ? matcher.group("name") : matcher.group("late");
    return Optional.of(name.strip().toLowerCase(Locale.ROOT));
  }
}
