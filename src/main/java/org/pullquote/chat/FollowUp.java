package org.pullquote.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pullquote.answer.Words;

/**
 * What a question takes from the one before it: nothing, if it stands by itself; its subject, if
 * that is missing ("and where?") or only pointed at ("who welcomed him?"); and in any case not the
 * same quotes again, if it asks for others ("who else?").
 *
 * @param empty whether it names nothing of its own
 * @param points whether it points at what was said before
 * @param wantsOthers whether what was quoted before is no answer
 */
record FollowUp(boolean empty, boolean points, boolean wantsOthers) {

  /** Words that ask, and name nothing. */
  private static final Set<String> EMPTY =
      Set.of(
          ("and or but so ok okay then who whom whose what which when where why how is "
                  + "was were are did do does on in at of with to by for from about that this it "
                  + "they them he she him her there the a much many long exactly else more another "
                  + "other others anyone anything please tell me photographer city country day date "
                  + "time year source name place")
              .split(" "));

  /** Words that point at what was said before. */
  private static final Set<String> POINTERS =
      Set.of("he she him her his hers they them their theirs it its these those".split(" "));

  /**
   * "when was that?", "what is there?": these point only at the end; elsewhere they join clauses.
   */
  private static final Set<String> POINTERS_AT_THE_END = Set.of("that", "there", "then", "so");

  private static final Set<String> OTHERS = Set.of("else more another other others".split(" "));

  /** One person: the one who acts, the one who is acted upon, what is theirs. */
  private static final Pattern PERSON =
      Pattern.compile(
          "(?i)(?<![\\p{L}'’])(?:(?<subject>he|she)|(?<object>him)|(?<own>his|hers)|(?<her>her))(?![\\p{L}])");

  /** "her job", but not "her in Pyongyang". */
  private static final Pattern OWNED =
      Pattern.compile(
          "(?i)^ (?!in\\b|at\\b|on\\b|to\\b|there\\b|about\\b|for\\b|when\\b)\\p{L}+.*");

  static FollowUp of(String question) {
    List<String> words = Words.of(question);
    boolean names = words.stream().anyMatch(word -> !EMPTY.contains(word));
    boolean points =
        words.stream().anyMatch(POINTERS::contains)
            || (!words.isEmpty() && POINTERS_AT_THE_END.contains(words.getLast()));
    // "Are there more than two?" counts, "who else did he meet?" asks for others.
    boolean others = names ? words.contains("else") : words.stream().anyMatch(OTHERS::contains);
    return new FollowUp(!names, points, others && (!names || points));
  }

  boolean takesSubject() {
    return empty || points;
  }

  /** Which of the two in a sentence a question points at. */
  enum Part {
    SUBJECT,
    OBJECT
  }

  /** Which person a question points at, if it points at one. */
  static Optional<Part> pointsAt(String question) {
    Matcher matcher = PERSON.matcher(question);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.of(matcher.group("object") != null ? Part.OBJECT : Part.SUBJECT);
  }

  /** "Who said this?", "whose words are these?": of a quote that the reader points at. */
  private static final Pattern WHO_SAID_IT =
      Pattern.compile(
          "(?i)\\W*(?:and |so )?(?:who (?:said|says|is saying|told)(?: (?:this|that|it|so|these))?"
              + "|whose (?:words|quote|statement) (?:is|are) (?:this|that|these|those|it)"
              + "|who is (?:speaking|quoted|being quoted|the speaker)(?: here| there)?"
              + "|according to whom?|says who|who said so)\\W*");

  /** Whether a question asks only for the speaker of what is pointed at. */
  static boolean asksWhoSaidIt(String question) {
    return WHO_SAID_IT.matcher(question).matches();
  }

  /** The question with a name in place of each word that points at one person. */
  static String withName(String question, String name) {
    Matcher matcher = PERSON.matcher(question);
    return matcher.replaceAll(match -> {
      boolean owns =
          matcher.group("own") != null
              || (matcher.group("her") != null
                  && OWNED.matcher(question.substring(match.end())).matches());
      return Matcher.quoteReplacement(owns ? name + "’s" : name);
    });
  }

  /** Whether somebody is asked for who does what the question says: "Who welcomed Shoigu?". */
  static boolean asksForSubject(String question) {
    return question
        .strip()
        .toLowerCase(Locale.ROOT)
        .matches(
            "(?:and |so |ok,? )?(?:who|which \\p{L}+|what \\p{L}+)(?:'s|’s)? (?!did\\b|do\\b|does\\b|has\\b|had\\b|will\\b|was .* (?:by|with)\\b).*");
  }
}
