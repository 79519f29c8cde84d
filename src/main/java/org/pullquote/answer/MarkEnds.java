package org.pullquote.answer;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pullquote.article.Span;

/**
 * Cuts off where words that answer run on into what comes after the answer, and puts back what they
 * must not lack.
 */
final class MarkEnds {

  /** A clause or phrase that only says more about what was said. */
  private static final Pattern FURTHER =
      Pattern.compile(
          "(?:,\\s+(?:before|after|while|when|according|saying|adding|telling)"
              + "|\\s+(?:as|while|when)(?= \\p{Lu}))\\b");

  /** Where a clause begins that says something else. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          " (?:while|because|although)\\b"
              + "|, (?:who|which|when|while)\\b"
              + "|, (?:and|but|or) (?=(?:the|an?|his|her|its|their|he|she|it|they)\\b)");

  /** Without it, the words before say more than the article does. */
  private static final Pattern CONDITION =
      Pattern.compile(" (?:unless|whether|if|until|once (?=(?:the|all|it|he|she|they)\\b))\\b");

  /** To the next pause. */
  private static final Pattern REST = Pattern.compile("[^.,;:!?“”\"()]{1,60}?(?=[.,;:!?“”\"()]|$)");

  /** The end of a sentence, a clause or a phrase. */
  private static final Pattern PAUSE = Pattern.compile("\\s*(?:[^\\s\\p{L}\\p{N}]|$)");

  /** Words that need another behind them. */
  private static final Pattern DANGLING =
      Pattern.compile(
          "(?:[,;:]?\\s+(?:the|an?|his|its|their|our|my|and|or|but|of|as|to|for|from|with|which|who"
              + "|while|because))+$");

  private static final Set<AnswerType> MEASURES =
      EnumSet.of(AnswerType.NUMBER, AnswerType.TIME, AnswerType.CLOCK, AnswerType.DURATION);

  /** Without these, "about 400" would be quoted as a number that the article does not give. */
  private static final Pattern ROUNDING =
      Pattern.compile(
          "(?i)\\b(?:(?:(?:no|not) )?(?:more|less|fewer) than|at least|at most|up to|roughly|approximately"
              + "|nearly|almost|some|(?<!not )only|(?:shortly|just) (?:before|after)|just (?:over|under)"
              + "|an estimated|as (?:many|much) as"
              // Elsewhere these are prepositions: "questioned about 12 murders".
              + "|(?<=^|[.!?,] |\\b(?:is|are|was|were|of|by|with|has|had|have|to|at|paid|pays?|costs?|earned|killed"
              + "|and|lost|employs?|raised|worth|owes?|spent|needs?|for) )(?:about|around|over|under))\\s$");

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?i)(?:[$£€]\\s?)?\\d.*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
              + "|half|an? (?:third|quarter|hundred|thousand|million|billion|dozen))\\b.*",
          Pattern.DOTALL);

  private static final Pattern QUOTE_ENDS = Pattern.compile("[,.!?]?[”\"]");

  private MarkEnds() {}

  /**
   * Words that answer, as they can be set off: without the beginning of another clause or a word
   * that dangles, with "about" before a number, and with both marks of a quotation.
   *
   * @param text of the passage
   * @param mark a range of it
   * @param type what is asked for
   */
  static Span tidied(String text, Span mark, AnswerType type) {
    Span cut = undangled(text, finished(text, cut(text, mark, type), type));
    return quoted(text, MEASURES.contains(type) ? rounded(text, cut) : cut);
  }

  /** Up to a clause that is not all there. */
  private static Span finished(String text, Span mark, AnswerType type) {
    if (PAUSE.matcher(text).region(mark.end(), text.length()).lookingAt()) {
      return mark;
    }
    if (CONDITION.matcher(text).region(mark.start(), mark.end()).find()) {
      Matcher rest = REST.matcher(text).region(mark.end(), text.length());
      return rest.lookingAt() ? new Span(mark.start(), rest.end()) : mark;
    }
    Span last = mark;
    Matcher clause = CLAUSE.matcher(text).region(mark.start(), mark.end());
    while (clause.find()) {
      String head = text.substring(mark.start(), clause.start());
      boolean wanted =
          type == AnswerType.REASON ? clause.group().endsWith("because") : isListed(clause, head);
      last = wanted ? last : new Span(mark.start(), clause.start());
    }
    return Words.of(last.in(text)).stream().allMatch(SmallWords.ALL::contains) ? mark : last;
  }

  /** "The king, the queen, and their son". */
  private static boolean isListed(Matcher clause, String head) {
    return clause.group().startsWith(", ") && head.contains(", ");
  }

  private static Span undangled(String text, Span mark) {
    Matcher dangling = DANGLING.matcher(text).region(mark.start(), mark.end());
    boolean more = mark.end() < text.length() && text.charAt(mark.end()) == ' ';
    return more && dangling.find() ? new Span(mark.start(), dangling.start()) : mark;
  }

  private static Span rounded(String text, Span mark) {
    Matcher rounding = ROUNDING.matcher(text).region(0, mark.start());
    return FIGURE.matcher(mark.in(text)).matches() && rounding.find()
        ? new Span(rounding.start(), mark.end())
        : mark;
  }

  private static Span quoted(String text, Span mark) {
    String words = mark.in(text);
    long straight = words.chars().filter(letter -> letter == '"').count();
    boolean opened = words.lastIndexOf('“') > words.lastIndexOf('”') || straight % 2 == 1;
    boolean closed = (words.indexOf('”') >= 0 && words.indexOf('“') < 0) || straight % 2 == 1;
    Matcher end = QUOTE_ENDS.matcher(text).region(mark.end(), text.length());
    if (opened && end.lookingAt()) {
      return new Span(mark.start(), end.end());
    }
    boolean behindQuote = mark.start() > 0 && "“\"".indexOf(text.charAt(mark.start() - 1)) >= 0;
    return closed && behindQuote ? new Span(mark.start() - 1, mark.end()) : mark;
  }

  /**
   * The part of a mark that answers: where a person is asked for, up to a clause that says more.
   *
   * @param text of the passage
   * @param mark a range of it
   * @param type what is asked for
   */
  static Span cut(String text, Span mark, AnswerType type) {
    if (type != AnswerType.PERSON) {
      return mark;
    }
    Matcher further = FURTHER.matcher(mark.in(text));
    while (further.find()) {
      Span head = new Span(mark.start(), mark.start() + further.start());
      if (!type.find(head.in(text)).isEmpty()) {
        return head;
      }
    }
    return mark;
  }
}
