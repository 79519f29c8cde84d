package org.pullquote.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pullquote.article.Span;
import org.pullquote.names.Countries;

/** What kind of words answer a question: told by how it asks, found by how such words look. */
enum AnswerType {
  /** Someone, by name or by what they are. */
  PERSON(
      "who|whom|whose|whos|who's|(?:which|what) (?:[\\p{L}'’-]+ ){0,2}(?:m[ae]n|wom[ae]n|persons?|people|leaders?"
          + "|officials?|ministers?|presidents?|politicians?|experts?|analysts?|judges?|lawyers?|authors?|players?|actors?"
          + "|actress(?:es)?|doctors?|envoys?|diplomats?|generals?|commanders?|senators?|critics?|singers?|scientists?"
          + "|partners?|allies|ally|compan(?:y|ies)|organi[sz]ations?|agenc(?:y|ies)|newspapers?|publications?|outlets?|broadcasters?|channels?"
          + "|part(?:y|ies)|groups?|teams?|clubs?|banks?|universit(?:y|ies)|firms?)|(?:what|which).{0,20} name",
      "(?:\\b(?!(?:The|An?|In|On|At|It|He|She|They|We|I|But|And|This|That|These|Those|As|For|With|After|Before"
          + "|When|While|If|There|His|Her|Its|Their|According|Many|Some|Most|Earlier|Since|By|To|From)\\b)"
          + "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:(?:de|da|van|von|der|al|bin|of|the) )?\\p{Lu}[\\p{L}\\p{M}.'’-]*)*"
          + "|\\b(?:analysts?|experts?|officials?|ministers?|president|lawmakers?|police|witness(?:es)?"
          + "|sources?|spokes(?:man|woman|person)|residents?|prosecutors?|researchers?|singers|musicians)\\b)"),

  /** A country; also as an adjective, "US-South Korean drills". */
  COUNTRY("(?:which|what) (?:[\\p{L}'’-]+ ){0,2}(?:country|countries|nations?)", "") {
    @Override
    List<Span> find(String text) {
      return Countries.in(text);
    }
  },

  /** Somewhere. */
  PLACE(
      "where|wheres|where's|(?:which|what) (?:[\\p{L}'’-]+ ){0,2}(?:city|town|place|state|region|port|airport|"
          + "venue|location|street|building)",
      "\\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Oo]n|[Nn]ear|[Aa]cross|[Oo]utside|[Ii]nside|[Oo]ver|[Ii]nto|[Ww]ithin) "
          + "(?:the |a |an )?(?:[a-z-]+ ){0,2}(?:at |in |of )?\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: \\p{Lu}[\\p{L}\\p{M}.'’-]*)*"
          + "(?: (?:airport|street|square|border|city|coast|region|province|neighbou?rhood))?"),

  /** A time of the day. */
  CLOCK(
      "(?:which|what|wat) (?:time|hour)",
      "\\b\\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.?m\\b\\.?|\\b\\d{1,2}:\\d\\d\\b|\\b(?:noon|midday|midnight)\\b|\\b\\w+ o['’]clock"),

  /** How long. */
  DURATION(
      "how long|for how long",
      "\\b(?:(?:[Ff]or|[Oo]ver|[Ss]ince|[Ww]ithin|[Uu]ntil) )?(?:(?:more than|less than|about|nearly|almost|at least|up to) )?"
          + "(?:\\d[\\d,.]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|many|few|some|\\w+teen|\\w+ty)"
          + "(?:-|\\s)(?:year|month|week|day|hour|minute|second|decade|centur)\\w*|\\b(?:decades|years|months|weeks|hours) of\\b"
          + "|\\b[Ss]ince (?:the )?\\w+"),

  /** Some time: a day, a date, a year, how old. */
  TIME(
      "when|wen|whens|when's|how (?:old|often|soon|recently)|since when|until when|"
          + "(?:which|what|wat) (?:day|date|year|month|week|century|decade|season)",
      "\\b(?:(?:[Oo]n |[Ii]n |[Ll]ast |[Nn]ext |[Tt]his |[Ss]ince |[Ee]arly |[Ll]ate )*"
          + "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:night|morning|afternoon|evening))?"
          + "|(?:\\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October"
          + "|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)(?: \\d{1,2}(?!\\d))?(?:,? (?:19|20)\\d\\d)?"
          + "|(?:1[89]|20)\\d\\ds?)"
          + "|(?:[Ll]ast|[Nn]ext|[Tt]his|[Rr]ecent|[Pp]ast|[Ee]arlier this|[Ll]ater this|[Aa]) (?:\\w+ )?"
          + "(?:years?|months?|weeks?|days?|night|morning|afternoon|evening|weekend|summer|winter|spring|autumn|decades?|centur\\w+)"
          + "(?: ago)?|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Oo]vernight"
          + "|(?:\\d[\\d,.]*|two|three|four|five|six|seven|eight|nine|ten|several|many|few)(?:-|\\s)"
          + "(?:years?|months?|weeks?|days?|hours?|minutes?|decades?)(?:-old| old| ago| later)?"
          + "|\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m\\b\\.?|aged \\d+)"),

  /** How many, how much. */
  NUMBER(
      "how (?:many|much|big|large|far|tall|high|fast|old)|(?:what|which) (?:number|percentage|share|proportion|price|"
          + "sum|amount|size|score|salary|cost)|what (?:does|did|will|would) .{1,40} cost",
      "(?:[$£€]\\s?\\d[\\d,.]*(?:\\s?(?:m|bn|k|million|billion|trillion))?|\\b\\d[\\d,.]*(?:\\s?(?:%|per cent|percent|million|billion|trillion))?"
          + "|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
          + "|thousands?|millions?|billions?|half|third|quarter|majority|several)\\b)"),

  /** For what reason, to what end. */
  REASON(
      "why|whys|y|what for|(?:what|which) (?:is|was|were|are|'s)? ?(?:the |her |his |their )?(?:reason|purpose|aim|goal|cause)s?|"
          + "what caused|how come",
      "\\b(?:because|due to|in order to|so that|as it|as he|as they|since it|to mark|to avoid|after|amid|over|following"
          + "|in response to|in protest|for fear|aimed at|designed to|in an effort to|in a bid to)\\b[^.;]*"),

  /** Anything else. */
  OTHER("", "");

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final Pattern asked;
  private final Pattern found;

  AnswerType(String asked, String found) {
    this.asked = Pattern.compile("(?<![\\p{L}'’])(?:" + asked + ")(?![\\p{L}])", FLAGS);
    this.found = Pattern.compile(found);
  }

  /** The type that a question asks for: that of the question word that comes first. */
  static AnswerType of(String question) {
    AnswerType first = OTHER;
    int at = Integer.MAX_VALUE;
    for (AnswerType type : values()) {
      Matcher matcher = type.asked.matcher(question);
      // "how old" is a time and a number; "y" is a reason only at the start.
      if (type != OTHER && matcher.find() && matcher.start() < at) {
        at = matcher.start();
        first = type;
      }
    }
    return first;
  }

  /** Where words of this type stand in a text, in order; none for {@link #OTHER}. */
  List<Span> find(String text) {
    return this == OTHER
        ? List.of()
        : found
            .matcher(text)
            .results()
            .filter(result -> !result.group().isBlank())
            .map(result -> trimmed(text, result.start(), result.end()))
            .toList();
  }

  /** Without the full stop of the sentence. */
  private static Span trimmed(String text, int start, int end) {
    int last = end;
    while (last > start + 1 && ".'’-".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return new Span(start, last);
  }
}
