package org.pullquote.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pullquote.article.Span;

/**
 * What a question asks for, read off its words.
 *
 * @param type what kind of words would answer it
 * @param photo whether it asks about a photo
 * @param credit whether it asks who took a photo or where it comes from
 * @param speech whether it asks what somebody said, or who said it
 * @param yesOrNo whether yes or no would be an answer
 * @param shown whether it asks what there is to see
 * @param asksWhoSays whether it asks who says something, or which source
 * @param asksForReport whether it asks for a report or outlet rather than a person
 * @param asksWhatIs whether it asks who or what somebody is
 * @param speaker where whose words are asked for: "the minister" in "what did the minister say?"
 * @param whoIs the name in "who is NAME?", in the question's spelling
 */
record QuestionShape(
    AnswerType type,
    boolean photo,
    boolean credit,
    boolean speech,
    boolean yesOrNo,
    boolean shown,
    boolean asksWhoSays,
    boolean asksForReport,
    boolean asksWhatIs,
    Optional<Span> speaker,
    Optional<String> whoIs) {

  private static final Pattern PHOTO =
      pattern("photo(?:s|graph(?:s|ed|er)?)?|pic(?:s|tures?|tured)?|images?|captions?|📸|📷");

  private static final Pattern CREDIT =
      pattern(
          "took|taken by|take|credit(?:s|ed)?|photographer|photographed|whose|supplied|provided"
              + "|source|come from|copyright|by who(?:m)?|shot");

  /** Of photos that were just spoken of. */
  private static final Pattern CREDIT_OF_THEM =
      Pattern.compile(
          "(?i)\\W*(?:(?:and|but|so|ok),? )*"
              + "(?:who (?:took|shot|made|snapped) (?:it|them|this|that|these|those)"
              + "|(?:who (?:is|was|are) )?(?:the )?photographers?"
              + "|whose (?:is|are) (?:it|they|this|that|these|those))\\W*");

  private static final Pattern SPEECH =
      pattern(
          "sa(?:y|ys|id|ying)|told|tell|claim(?:s|ed)?|call(?:s|ed)?|describ(?:e|es|ed)|stat(?:e|es|ed|ement)"
              + "|comment(?:s|ed)?|argu(?:e|es|ed)|accord(?:ing)?|words|quotes?|quoted|react(?:s|ed|ion)?"
              + "|respon(?:d|se|ded)|warn(?:s|ed)?|suggest(?:s|ed)?|think(?:s)?|believ(?:e|es|ed)|explain(?:s|ed)?"
              + "|report(?:s|ed)?|wrote|write(?:s)?|announc(?:e|es|ed)|insist(?:s|ed)?|predict(?:s|ed)?|tweet(?:s|ed)?");

  /** But "can you tell me who came?" asks for more. */
  private static final Pattern YES_OR_NO =
      Pattern.compile(
          "(?i)^\\W*(?:so |and |but |ok |hey )*(?!(?:can|could|would|will|do|does) (?:you|u|anyone|anybody|someone"
              + "|somebody) .{0,40}\\b(?:who|whom|whose|what|which|when|where|why|how)\\b)(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should)\\b.*");

  /** "What does the photo show?", "what is in the first picture?" */
  private static final Pattern SHOWN =
      pattern(
          "show(?:s|n|ed|ing)?|in|see|seen|happen(?:s|ed|ing)?|going on|depict(?:s|ed)?|there (?:a|any)");

  private static final Pattern WHO_SAYS =
      Pattern.compile(
          "(?i)\\bwho(?: else)? (?:has |have |had |is |was )?(?:sa(?:id|ys?|ying)|told|tells|calls|called|claim(?:s|ed)|stat(?:es|ed)|warn(?:s|ed)"
              + "|reports|reported|argue[sd]|wrote|writes|suggest(?:s|ed)?|thinks?|believe[sd]?|announced|insist(?:s|ed)|predict(?:s|ed)?)\\b"
              + "|\\baccording to (?:whom|who|what|which)\\b|\\b(?:which|what) (?:\\w+ )?(?:agency|newspaper|paper|outlet"
              + "|website|broadcaster|channel|source|report|study|survey)\\b");

  private static final Pattern REPORT =
      pattern(
          "report(?:s|ed)?|according|agency|newspaper|paper|outlet|website|broadcaster|channel|source"
              + "|study|survey|cited");

  /** "What did NAME say?", "how has NAME described it?" */
  private static final Pattern WHOSE_WORDS =
      Pattern.compile(
          "(?i)\\b(?:what|how|why)\\b.{0,20}?\\b(?:did|does|do|has|have|had) (?<who>.{2,60}?) (?:also |else )?"
              + "(?:say|said|saying|tell|told|claim(?:ed)?|call(?:ed)?|describe[d]?|state[d]?|comment(?:ed)?|warn(?:ed)?"
              + "|suggest(?:ed)?|announce[d]?|insist(?:ed)?|promise[d]?|pledge[d]?|think|write|written|quoted)\\b");

  /** "Who is …?", "what is … called?": for a name a role is an answer, for a role a name. */
  private static final Pattern WHAT_IS =
      Pattern.compile(
          "(?i)\\b(?:who|what)(?:['’]?s| is| are| was| were| tf is| dat)\\b|^\\W*.{2,50} who(?: (?:is|dat).*)?\\W*$"
              + "|\\b(?:name|named|called|described|known as|nickname|job|role|title|position|post|living|profession)\\b");

  private static final Pattern WHO_IS =
      Pattern.compile(
          "(?i)^\\W*(?:so |and |ok |hey )*(?:who(?:'s|’s|s| is| was| are| tf is)|what is) (?!the\\b|a\\b|an\\b|in\\b)"
              + "(?<name>[\\p{L}][\\p{L}\\p{M}.'’ -]{1,50}?)(?: lol| again| by the way| exactly)?\\W*$"
              + "|^\\W*(?<late>[\\p{L}][\\p{L}\\p{M}.'’ -]{1,50}?) who(?: is (?:that|he|she|this)| dat)?\\W*$");

  private static Pattern pattern(String words) {
    return Pattern.compile("(?i)(?<!\\p{L})(?:" + words + ")(?!\\p{L})");
  }

  /** Whether words speak of a photo. */
  static boolean isOfPhoto(String words) {
    return PHOTO.matcher(words).find();
  }

  /**
   * Reads it off.
   *
   * @param before what the question follows upon; may be empty
   */
  static QuestionShape of(String question, String before) {
    boolean ofThem = CREDIT_OF_THEM.matcher(question).matches() && PHOTO.matcher(before).find();
    boolean photo = ofThem || PHOTO.matcher(question).find();
    return new QuestionShape(
        AnswerType.of(question),
        photo,
        ofThem || (photo && CREDIT.matcher(question).find()),
        SPEECH.matcher(question).find(),
        YES_OR_NO.matcher(question).matches(),
        SHOWN.matcher(question).find(),
        WHO_SAYS.matcher(question).find(),
        REPORT.matcher(question).find(),
        WHAT_IS.matcher(question).find(),
        speaker(question),
        whoIs(question));
  }

  /** Whether it asks what a photo shows. */
  boolean asksWhatIsShown() {
    return photo && shown && !credit && (type == AnswerType.OTHER || yesOrNo);
  }

  /** Whether it asks what somebody says. */
  boolean asksWhatIsSaid() {
    return type == AnswerType.OTHER && speech;
  }

  private static Optional<Span> speaker(String question) {
    Matcher matcher = WHOSE_WORDS.matcher(question);
    return matcher.find()
        ? Optional.of(new Span(matcher.start("who"), matcher.end("who")))
        : Optional.empty();
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
