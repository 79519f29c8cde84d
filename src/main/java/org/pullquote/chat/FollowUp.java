package org.pullquote.chat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pullquote.answer.Words;

/**
 * What a question takes from the one before it: nothing, if it stands by itself; its subject, if
 * that is missing ("and where?") or only pointed at ("who welcomed him?"); and in any case not the
 * same quotes again, if it asks for others ("who else?").
 *
 * @param empty whether it names nothing of its own
 * @param asksAnew whether it names nothing of its own but what it asks for: "and where?"
 * @param points whether it points at what was said before
 * @param wantsOthers whether what was quoted before is no answer
 */
record FollowUp(boolean empty, boolean asksAnew, boolean points, boolean wantsOthers) {

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
   * "when was that?", "who took this?": these point only at the end; elsewhere they join clauses or
   * belong to a noun.
   */
  private static final Set<String> POINTERS_AT_THE_END =
      Set.of("that", "this", "there", "then", "so");

  private static final Set<String> ASKING =
      Set.of("who whom whose what which when where why how".split(" "));

  /** What a question asks for, where it begins with that. */
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)^\\W*(?:(?:and|but|so|ok),? )*(?:who(?:m|se)?|what|which|when|where|why|how(?: (?:many|much|long|old))?)\\b[?,. ]*");

  private static final Set<String> OTHERS = Set.of("else more another other others".split(" "));

  /** One person: the one who acts, the one who is acted upon, what is theirs. */
  private static final Pattern PERSON =
      Pattern.compile(
          "(?i)(?<![\\p{L}'’])(?:(?<subject>he|she)|(?<object>him)|(?<own>his|hers)|(?<her>her))(?![\\p{L}])");

  /** "her job", but not "her in Pyongyang". */
  private static final Pattern OWNED =
      Pattern.compile(
          "(?i)^ (?!in\\b|at\\b|on\\b|to\\b|there\\b|about\\b|for\\b|when\\b)\\p{L}+.*");

  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "(?i)\\W*(?:(?:and|but|ok|so),? )*(?:what about |how about |and (?!(?:what|how|where|when|why|who)\\b))"
              + "(?<who>[^?.!,]{2,40}?)\\W*");

  /** "What did the mayor say?": an auxiliary verb before whom it asks of, a verb behind. */
  private static final Pattern OF_SOMEBODY =
      Pattern.compile(
          "(?i)(?<asks>.*?\\b(?:did|does|do|has|have|had|will|would|can|could) )(?:\\S+ ){0,4}?\\S+(?<does> \\p{L}+\\W*)");

  static FollowUp of(String question) {
    List<String> words = Words.of(question);
    boolean names = words.stream().anyMatch(word -> !EMPTY.contains(word));
    boolean pronoun = words.stream().anyMatch(POINTERS::contains);
    boolean points = pronoun || (!words.isEmpty() && POINTERS_AT_THE_END.contains(words.getLast()));
    // "Are there more than two?" counts, "who else did he meet?" asks for others.
    boolean others = names ? words.contains("else") : words.stream().anyMatch(OTHERS::contains);
    return new FollowUp(
        !names,
        !names && !others && !pronoun && words.stream().anyMatch(ASKING::contains),
        points,
        others && (!names || points));
  }

  /**
   * What it takes of the question before: where it has a question word and nothing else ("and
   * where?"), that question without its own, so that it is not asked for "who" and "where" at once.
   */
  String asked(String before) {
    return asksAnew ? ASKS.matcher(before).replaceFirst("") : before;
  }

  boolean takesSubject() {
    return empty || points;
  }

  /** Which of the two in a sentence a question points at. */
  enum Part {
    SUBJECT,
    OBJECT
  }

  /** Which persons a question points at. */
  static Set<Part> pointsAt(String question) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    PERSON.matcher(question).results().forEach(match -> parts.add(part(match)));
    return parts;
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

  /**
   * Where the words stand that may point at whom the same question named before them: "she" in
   * "what did the mayor say she wanted?", "his" in "did Roe bring his dog?".
   *
   * @return nothing where others point, too
   */
  static List<MatchResult> pointersWithin(String question) {
    List<MatchResult> within =
        PERSON
            .matcher(question)
            .results()
            .filter(match -> match.group("subject") != null || owns(match, question))
            .toList();
    long all = Words.of(question).stream().filter(POINTERS::contains).count();
    return all == within.size() ? within : List.of();
  }

  private static boolean owns(MatchResult match, String question) {
    return match.group("own") != null
        || (match.group("her") != null && OWNED.matcher(question.substring(match.end())).matches());
  }

  /** Whether a question with names in place of those persons would stand by itself. */
  static boolean pointsOnlyAt(String question, Set<Part> persons) {
    String named =
        withNames(question, persons.stream().collect(Collectors.toMap(each -> each, each -> "Xy")));
    return !of(named).takesSubject();
  }

  private static Part part(MatchResult match) {
    return match.group("object") != null ? Part.OBJECT : Part.SUBJECT;
  }

  /** The question with a name in place of each word that points at one person of those known. */
  static String withNames(String question, Map<Part, String> names) {
    return PERSON
        .matcher(question)
        .replaceAll(match -> {
          String name = names.get(part(match));
          if (name == null) {
            return Matcher.quoteReplacement(match.group());
          }
          return Matcher.quoteReplacement(owns(match, question) ? name + "’s" : name);
        });
  }

  /**
   * The question before, asked of somebody else: "and the prosecutors?" behind "What did the mayor
   * say?" is "What did the prosecutors say?".
   *
   * @return nothing where a message is no such question, or the one before has another shape
   */
  static Optional<String> askedOf(String message, String before) {
    Matcher other = OF_OTHERS.matcher(message);
    Matcher question = OF_SOMEBODY.matcher(before);
    return other.matches() && question.matches()
        ? Optional.of(question.group("asks") + other.group("who") + question.group("does"))
        : Optional.empty();
  }

  /** "Who is he?": whom nobody has named yet but the answer. */
  static boolean asksWhoThatIs(String question) {
    return question
        .toLowerCase(Locale.ROOT)
        .matches(
            "\\W*(?:(?:and|so|ok),? )*who(?:['’]?s| is| was| are| were) (?:he|she|they|that|this)\\W*");
  }

  /** Whether somebody is asked for who does what the question says: "Who welcomed Shoigu?". */
  static boolean asksForSubject(String question) {
    return question
        .strip()
        .toLowerCase(Locale.ROOT)
        .matches(
            "(?:and |so |ok,? )?(?:who|(?:which|what) (?!did\\b|do\\b|does\\b|has\\b|had\\b|will\\b|is\\b|was\\b|are\\b|were\\b)\\p{L}+)(?:'s|’s)? (?!did\\b|do\\b|does\\b|has\\b|had\\b|will\\b|was .* (?:by|with)\\b).*");
  }
}
