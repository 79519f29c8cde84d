package org.pullquote.meetings;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Span;
import org.pullquote.meetings.Sentence.Named;
import org.pullquote.meetings.Vocabulary.Kind;
import org.pullquote.names.EntityKind;

/**
 * Where and when, as far as it stands in one chain of adverbials: "in Pyongyang on Thursday".
 *
 * @param from the first word of the chain
 * @param to past its last word; {@code from} where there is none
 * @param place where, without the preposition, or null
 * @param time when, without the preposition, or null
 */
record Circumstances(int from, int to, @Nullable Span place, @Nullable Span time) {

  private static final Set<String> WHERE = Set.of("in", "at", "near", "outside", "inside");
  private static final Set<String> FUTURE = Set.of("next", "tomorrow");

  private static final String DAY =
      Arrays.stream(DayOfWeek.values())
          .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
          .collect(Collectors.joining("|"));

  private static final String MONTH =
      Stream.of(TextStyle.FULL, TextStyle.SHORT)
          .flatMap(style ->
              Arrays.stream(Month.values()).map(m -> m.getDisplayName(style, Locale.ENGLISH)))
          .distinct()
          .collect(Collectors.joining("|"));

  private static final String PART = "(?: (?:morning|afternoon|evening|night))?";

  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?:early |late |last |this |earlier (?:this |on )?|later (?:on )?)?(?:"
              + DAY
              + ")\\b"
              + PART
              + "(?:,? \\d{1,2} (?:"
              + MONTH
              + ")\\b|,? (?:"
              + MONTH
              + ")\\b\\.? \\d{1,2}\\b)?(?:,? \\d{4}\\b)?"
              + "|yesterday\\b"
              + PART
              + "|today\\b|tonight\\b"
              + "|(?:earlier |late |later )?(?:last|this) (?:week|weekend|month|year|spring|summer|autumn|fall|winter|morning|afternoon|evening|night|"
              + MONTH
              + ")\\b"
              + "|\\d{1,2}(?:st|nd|rd|th)? (?:"
              + MONTH
              + ")\\b(?:,? \\d{4}\\b)?"
              + "|(?:early |late |mid-)?(?:"
              + MONTH
              + ")\\b\\.?(?: \\d{1,2}(?:st|nd|rd|th)?\\b)?(?:,? (?:of )?\\d{4}\\b)?"
              + "|(?:1[89]|20)\\d\\d\\b(?! \\p{L}))");

  private static final Pattern CALENDAR = Pattern.compile(DAY + "|" + MONTH);

  /** No chain, at a word. */
  static Circumstances none(int at) {
    return new Circumstances(at, at, null, null);
  }

  /** Reads the chain that begins with a word, if one does. */
  static Circumstances at(Sentence sentence, int start) {
    return new Reading(sentence, start).read();
  }

  /** Whether a word is the name of a day or month. */
  static boolean isCalendar(String word) {
    return CALENDAR.matcher(word).matches();
  }

  /** Whether what stands behind the chain says that it is yet to come. */
  static boolean isFuture(Sentence sentence, int i) {
    boolean on = sentence.is(Kind.PREPOSITION, i) || sentence.is(Kind.DETERMINER, i);
    return FUTURE.contains(sentence.key(on ? i + 1 : i));
  }

  boolean isEmpty() {
    return from == to;
  }

  /** The same, with what this lacks from another chain of the same clause. */
  Circumstances or(Circumstances other) {
    return new Circumstances(
        from, to, place != null ? place : other.place, time != null ? time : other.time);
  }

  List<Span> spans() {
    return Stream.of(place, time).filter(span -> span != null).toList();
  }

  /** One chain as it is read from left to right. */
  private static final class Reading {
    private final Sentence sentence;
    private final int from;
    private int i;
    private @Nullable Span place;
    private @Nullable Span time;

    Reading(Sentence sentence, int start) {
      this.sentence = sentence;
      this.from = start;
      this.i = start;
    }

    Circumstances read() {
      boolean more = true;
      while (more && i < sentence.size()) {
        more = follows() && (time() || place() || adverb());
      }
      return new Circumstances(from, i, place, time);
    }

    /** Whether a word goes on with the chain; behind a comma only a preposition or a day does. */
    private boolean follows() {
      boolean comma =
          sentence.afterComma(i)
              && (sentence.is(Kind.PREPOSITION, i) || isCalendar(sentence.get(i).text()));
      return i == 0 || sentence.joined(i) || comma;
    }

    private boolean adverb() {
      String key = sentence.key(i);
      boolean adverb = sentence.is(Kind.ADVERB, i) || (key.endsWith("ly") && key.length() > 3);
      i += adverb ? 1 : 0;
      return adverb;
    }

    private boolean time() {
      int at = List.of("on", "in", "during").contains(sentence.key(i)) ? i + 1 : i;
      if (at >= sentence.size() || (at > i && !sentence.joined(at))) {
        return false;
      }
      int start = sentence.get(at).span().start();
      Matcher matcher = TIME.matcher(sentence.passage().text());
      matcher.region(start, sentence.get(sentence.size() - 1).span().end());
      if (!matcher.lookingAt() || isYearWithoutIn(at)) {
        return false;
      }
      time = time == null ? new Span(start, matcher.end()) : time;
      while (i < sentence.size() && sentence.get(i).span().start() < matcher.end()) {
        i++;
      }
      return true;
    }

    private boolean isYearWithoutIn(int at) {
      return at == i && sentence.key(at).matches("\\d+");
    }

    private boolean place() {
      if (!WHERE.contains(sentence.key(i)) || !sentence.joined(i + 1)) {
        return false;
      }
      int end = proper(i + 1);
      int start = i + 1;
      if (end == start) {
        int inner = venue(start);
        end = inner == start ? start : proper(inner + 1);
        if (end <= inner + 1) {
          return false;
        }
      }
      end = pastCountry(end);
      boolean goesOn = place != null && place.end() == sentence.get(i - 1).span().end();
      if (place == null) {
        place = sentence.span(start, end);
      } else if (goesOn) {
        place = new Span(place.start(), sentence.get(end - 1).span().end());
      }
      i = end;
      return true;
    }

    /** Past "Norway" in "Oslo, Norway, on Friday". */
    private int pastCountry(int end) {
      Named named = sentence.afterComma(end) ? sentence.namedFrom(end) : null;
      if (named == null || named.mention().entity().kind() != EntityKind.PLACE) {
        return end;
      }
      return sentence.breaksBefore(named.to()) ? named.to() : end;
    }

    /** Past the name of a place that begins with a word, or the word where none does. */
    private int proper(int start) {
      int at = sentence.is(Kind.DETERMINER, start) ? start + 1 : start;
      int end = at;
      while (end < sentence.size() && (end == start || sentence.joined(end)) && isProper(end)) {
        end++;
      }
      boolean whole = end > at && !isModifier(end);
      return whole ? end : start;
    }

    private boolean isProper(int k) {
      Word word = sentence.get(k);
      Named named = sentence.namedAt(k);
      boolean person = named != null && named.mention().entity().kind() == EntityKind.PERSON;
      return word.capital() && !person && !isCalendar(word.text()) && !word.text().equals("I");
    }

    /** Whether what was read only describes a noun behind it: "in US-led talks". */
    private boolean isModifier(int end) {
      return sentence.get(end - 1).possessive()
          || (sentence.joined(end) && !Vocabulary.isFunction(sentence.key(end)) && !isTimeAt(end));
    }

    private boolean isTimeAt(int k) {
      return isCalendar(sentence.get(k).text()) || sentence.key(k).matches("\\d+");
    }

    /** The preposition behind a place without a name, "his office in Gaza City", or the start. */
    private int venue(int start) {
      int k = start;
      while (k < sentence.size()
          && sentence.joined(k)
          && (!Vocabulary.isFunction(sentence.key(k)) || sentence.is(Kind.DETERMINER, k))
          && !Vocabulary.isVerb(sentence.key(k))) {
        k++;
      }
      boolean located =
          k > start && k < sentence.size() && sentence.joined(k) && WHERE.contains(sentence.key(k));
      return located ? k : start;
    }
  }
}
