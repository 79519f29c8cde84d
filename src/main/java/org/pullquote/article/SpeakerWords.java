package org.pullquote.article;

import java.util.regex.Pattern;

/** Tells words that name or describe who may speak from other words, and the name among them. */
final class SpeakerWords {

  /**
   * Who speaks for what they are: "Russia’s defence minister", "a bureau spokesperson", "police".
   */
  static final Pattern ROLE =
      Pattern.compile(
          "(?i)(?:.* |.*-)?(?:ministers?|president|premier|chancellor|spokes(?:man|woman|person|people)"
              + "|officials?|leaders?|secretary|ambassador|governor|mayor|senators?|lawmakers?|generals?"
              + "|commissioners?|directors?|chairman|chairwoman|chair|judges?|lawyers?|prosecutors?"
              + "|professors?|analysts?|experts?|economists?|scientists?|researchers?|critics?"
              + "|campaigners?|activists?|residents|witnesses|investigators?|detectives|police"
              + "|authorities|ministry|council|company|sources?)");

  /** Words with capitals, as a name has. */
  static final String FULL_NAME =
      NameWords.CAPITALISED
          + "(?: (?:"
          + NameWords.CAPITALISED
          + "|"
          + NameWords.PARTICLES
          + "))*+";

  /** A person's name: a title, or nothing but words with capitals, and nobody's. */
  private static final Pattern PROPER =
      Pattern.compile(
          "(?:Mr|Mrs|Ms|Dr|President|General|Sir|Lord|Lady)\\b.*|(?!.*['’]s )" + FULL_NAME);

  /** Nothing but a name, with a title before it or none. */
  private static final Pattern WHOLE_NAME =
      Pattern.compile("(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady) )?" + FULL_NAME);

  private static final Pattern OF_SOMEBODY =
      Pattern.compile(
          ".* (?:of|for|to|from|with) (?:the|an?|his|her|their|its) \\p{Ll}[^,]*|an? .* (?:of|for|to|from|with|in|at) .*");

  /** Words that a clause has and a name does not. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)(?:.*\\b(?:how|that|who|which|was|were|is|are|been|described|to be|they|he|she|also"
              + "|according|what's|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b.*"
              + "|plan|schedule)");

  private static final Pattern NEGATION =
      Pattern.compile(
          "(?i).*(?:\\b(?:never|neither|nor|no|nobody|none|few|not|nothing|hardly|cannot)\\b|n['’]t\\b).*");

  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?i)(?:he|she|they|it|we|i|you|his|her|their|its|many|some|others|most|all|both|each|one|anyone"
              + "|everyone|everybody|several|speaking|on|in|at|after|before|during|for|with|between|since|until|from|under(?! secretary)|amid"
              + "|despite|by|who|which|that|this|these|those|but|and|as|while"
              + "|however|also|then|later|there)(?: .*)?");

  private SpeakerWords() {}

  /**
   * The name, without what stands in apposition: of "Lina Khatib, an expert at Chatham House" and
   * of "the UN's legal counsel, Elinor Hammarskjöld" the part that is a name.
   */
  static Span name(String text, Span span) {
    String[] parts = span.in(text).split(", ");
    if (parts.length == 1) {
      return span;
    }
    Span first = new Span(span.start(), span.start() + parts[0].length());
    Span second = new Span(first.end() + 2, first.end() + 2 + parts[1].length());
    return !isProper(parts[0]) && !isOfSomebody(parts[0]) && isFullName(parts[1]) ? second : first;
  }

  /** Whether words name somebody, or say what somebody is who may speak: "the minister". */
  static boolean isSomebody(String words) {
    return isProper(words) || ROLE.matcher(words).matches();
  }

  /** Whether words may stand for a speaker: neither a pronoun nor a clause, and not denied. */
  static boolean isName(String words) {
    return !PRONOUN.matcher(words).matches()
        && !CLAUSE.matcher(words).matches()
        && !NEGATION.matcher(words).matches();
  }

  /** "Jane Doe, the mayor" is no "In the village, the mayor". */
  static boolean isSubject(String lead) {
    return isProper(lead) && !PRONOUN.matcher(lead).matches();
  }

  static boolean isProper(String name) {
    return PROPER.matcher(name).matches();
  }

  static boolean isFullName(String words) {
    return WHOLE_NAME.matcher(words).matches();
  }

  /** "A lawyer for the victim", "the mother of the mayor": the name behind may be of either. */
  private static boolean isOfSomebody(String words) {
    return OF_SOMEBODY.matcher(words).matches();
  }
}
