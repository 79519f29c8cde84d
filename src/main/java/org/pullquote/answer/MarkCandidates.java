package org.pullquote.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.article.Span;
import org.pullquote.names.Mention;
import org.pullquote.search.Phrase;

/** The words of a passage that may answer a question: what the marker chooses from. */
final class MarkCandidates {

  /** Of the phrases that the model likes, so many are widened, too. */
  private static final int WIDENED = 4;

  /** Typed words longer than this, in UTF-16 code units, are left as they are. */
  private static final int LONGEST_TYPED = 60;

  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "[,;:–—]\\s|[.!?][”\"’]?(?:\\s|$)|\\s(?=(?:because|after|before|while|when|which|who|that"
              + "|but|and|as|to|amid|despite|if)\\s)");

  private static final Pattern LEADING =
      Pattern.compile(
          "(?:\\b(?:the|a|an|his|her|its|their|our|my|this|these|those|more than|about|nearly"
              + "|at least|up to|over)\\s(?:[\\p{Ll}-]+\\s)?)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE =
      Pattern.compile(
          "\\b(?:in|on|at|by|to|for|from|of|with|since|until|because(?: of)?|due to|after)\\s$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FURTHER =
      Pattern.compile(
          "^(?:,\\s[^,.;:“”\"]{2,40}){0,3},?\\s(?:and|or)\\s[^,.;:“”\"]{2,60}?(?=[,.;:]|\\s(?:in|on|at|to"
              + "|for|as|that|who|which|has|have|is|are|was|were|will)\\s|$)");

  private static final Pattern COMPLEMENT =
      Pattern.compile(
          "^\\s(?:of|for|in|to|at|on|with|from|about)\\s[^,.;:“”\"]{2,60}?(?=[,.;:]|$)");

  private static final String SAYS =
      "(?:said|says|told|tells|added|wrote|writes|warned|claimed|claims|reported|reports|suggests?|suggested|announced"
          + "|argued|argues|explained|insisted|confirmed|believes?|predicts?|predicted|described|called|calls)";

  /** "an official said", "they wrote": who it is, and with the verb. */
  private static final Pattern SOMEBODY_SAYS =
      Pattern.compile(
          "(?:^|[,.;:“”\"–—]\\s|\\b(?:but|and|while|as) )(?<who>(?:[\\p{L}\\p{M}\\p{N}'’-]+ ){1,6}?)(?:has |have |had )?"
              + SAYS
              + "\\b");

  /** "said an official", "according to an official". */
  private static final Pattern SAYS_SOMEBODY =
      Pattern.compile(
          "\\b(?:"
              + SAYS
              + "|[Aa]ccording to|reported by|told) (?<who>[^,.;:“”\"]{2,60}?)(?=[,.;:]|$)");

  private static final Pattern PRONOUN_SAYS =
      Pattern.compile("\\b(?<all>(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t) " + SAYS + ")\\b");

  private static final Pattern QUOTED = Pattern.compile("[“\"](?<words>[^“”\"]{8,})(?:[”\"]|$)");

  private final Passage passage;
  private final String text;
  private final Set<Span> spans = new LinkedHashSet<>();

  private MarkCandidates(Passage passage) {
    this.passage = passage;
    this.text = passage.text();
  }

  /**
   * The candidates, each once.
   *
   * @param phrases that the model likes, best first
   * @param typed where words of the type asked for stand
   * @param mentions of people, places and organisations
   * @param speakers who says what the passage tells
   */
  static Set<Span> of(
      Passage passage,
      List<Phrase> phrases,
      List<Span> typed,
      List<Mention> mentions,
      List<Span> speakers) {
    MarkCandidates candidates = new MarkCandidates(passage);
    phrases.stream()
        .map(Phrase::span)
        .filter(passage.whole()::contains)
        .forEach(span -> candidates.add(candidates.wholeWords(span, typed)));
    List.copyOf(candidates.spans).stream().limit(WIDENED).forEach(candidates::widen);
    typed.forEach(candidates::add);
    mentions.stream().map(Mention::span).forEach(candidates::add);
    speakers.forEach(candidates::add);
    candidates.addSayings();
    candidates.addMatches(QUOTED, "words");
    candidates.clauses();
    return candidates.spans;
  }

  /** Who says something, seen from where verbs of speech stand. */
  static Set<Span> sayings(Passage passage) {
    MarkCandidates candidates = new MarkCandidates(passage);
    candidates.addSayings();
    return candidates.spans;
  }

  /** A pronoun tells nobody without its verb. */
  private void addSayings() {
    addMatches(SOMEBODY_SAYS, "who");
    addMatches(SAYS_SOMEBODY, "who");
    addMatches(PRONOUN_SAYS, "all");
  }

  /** Where sentences and clauses stand. */
  static List<Span> clauses(Passage passage) {
    MarkCandidates candidates = new MarkCandidates(passage);
    candidates.clauses();
    return List.copyOf(candidates.spans);
  }

  private void clauses() {
    for (Span sentence : passage.sentences()) {
      add(sentence);
      int from = sentence.start();
      Matcher end = CLAUSE_END.matcher(text).region(from, sentence.end());
      while (end.find()) {
        add(new Span(from, end.start()));
        from = end.end();
      }
      add(new Span(from, sentence.end()));
    }
    if (passage.kind() == PassageKind.CAPTION) {
      add(passage.whole());
    }
  }

  /** With what belongs to it and stands before or behind it. */
  private void widen(Span span) {
    Span led = behind(LEADING, span);
    add(led);
    add(behind(BEFORE, led));
    add(before(FURTHER, led));
    add(before(COMPLEMENT, led));
    Span sentence = sentence(span);
    int clauseStart = sentence.start();
    int clauseEnd = sentence.end();
    Matcher end = CLAUSE_END.matcher(text).region(sentence.start(), sentence.end());
    while (end.find()) {
      if (end.end() <= led.start()) {
        clauseStart = end.end();
      } else if (end.start() >= span.end()) {
        clauseEnd = Math.min(clauseEnd, end.start());
      }
    }
    add(new Span(led.start(), clauseEnd));
    add(new Span(clauseStart, span.end()));
    add(new Span(clauseStart, clauseEnd));
  }

  private Span behind(Pattern pattern, Span span) {
    Matcher matcher = pattern.matcher(text).region(0, span.start());
    return matcher.find() ? new Span(matcher.start(), span.end()) : span;
  }

  private Span before(Pattern pattern, Span span) {
    Matcher matcher = pattern.matcher(text.substring(span.end()));
    return matcher.find() ? new Span(span.start(), span.end() + matcher.end()) : span;
  }

  private Span sentence(Span span) {
    return passage.sentences().stream()
        .filter(sentence -> sentence.start() <= span.start() && span.start() < sentence.end())
        .findFirst()
        .filter(sentence -> sentence.end() >= span.end())
        .orElse(passage.whole());
  }

  private void addMatches(Pattern pattern, String group) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      add(new Span(matcher.start(group), matcher.end(group)));
    }
  }

  /** Adds words without the punctuation around them. */
  private void add(Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && isEdge(text.charAt(start))) {
      start++;
    }
    while (end > start && isEdge(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      spans.add(new Span(start, end));
    }
  }

  private static boolean isEdge(char letter) {
    return Character.isWhitespace(letter) || ".,;:!?“”\"()[]–—-’'…".indexOf(letter) >= 0;
  }

  /** A phrase with the words that it cuts, and all of a name or a number that it cuts. */
  private Span wholeWords(Span phrase, List<Span> typed) {
    int start = phrase.start();
    int end = phrase.end();
    for (Span each : typed) {
      if (each.overlaps(phrase) && each.length() < LONGEST_TYPED) {
        start = Math.min(start, each.start());
        end = Math.max(end, each.end());
      }
    }
    while (start > 0 && isWord(start - 1) && isWord(start)) {
      start--;
    }
    while (end < text.length() && isWord(end - 1) && isWord(end)) {
      end++;
    }
    return new Span(start, end);
  }

  private boolean isWord(int at) {
    char letter = text.charAt(at);
    return Character.isLetterOrDigit(letter)
        || Character.isSurrogate(letter)
        || letter == '-'
        || letter == '\'';
  }
}
