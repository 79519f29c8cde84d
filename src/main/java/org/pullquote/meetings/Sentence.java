package org.pullquote.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.article.Span;
import org.pullquote.names.Mention;

/** A sentence of a passage as words, with whom and what of the article they mention. */
final class Sentence {

  private static final Pattern WORD =
      Pattern.compile(
          "(?:\\p{Lu}\\.){2,}|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[-‐‑'’ʻ][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*");

  private static final Pattern POSSESSIVE = Pattern.compile("['’][sS]$");

  /** How long the words are that stay small in a headline that has capitals: "with", "from". */
  private static final int LONGEST_SMALL = 4;

  /** A mention as words: from one to before another. */
  record Named(int from, int to, Mention mention) {}

  private final Passage passage;
  private final Span span;
  private final List<Word> words = new ArrayList<>();
  private final List<Named> named = new ArrayList<>();

  /**
   * @param span where the sentence stands in the passage
   * @param mentions those of the passage
   */
  Sentence(Passage passage, Span span, List<Mention> mentions) {
    this.passage = passage;
    this.span = span;
    Matcher matcher = WORD.matcher(passage.text()).region(span.start(), span.end());
    int last = span.start();
    while (matcher.find()) {
      words.add(word(matcher, last));
      last = matcher.end();
    }
    mentions.forEach(this::align);
  }

  private Word word(Matcher matcher, int last) {
    String whole = matcher.group();
    String text = POSSESSIVE.matcher(whole).replaceFirst("");
    int end = matcher.start() + text.length();
    return new Word(
        text,
        text.toLowerCase(Locale.ROOT).replace('’', '\''),
        new Span(matcher.start(), end),
        end < matcher.end() || endsPossessive(text, end),
        passage.text().substring(last, matcher.start()));
  }

  /** Whether "leaders" is one of "the leaders' demands". */
  private boolean endsPossessive(String text, int end) {
    return text.endsWith("s")
        && end + 1 < span.end()
        && "'’".indexOf(passage.text().charAt(end)) >= 0
        && Character.isWhitespace(passage.text().charAt(end + 1));
  }

  private void align(Mention mention) {
    int from = -1;
    int to = -1;
    for (int i = 0; i < words.size(); i++) {
      Span word = words.get(i).span();
      from = word.start() == mention.span().start() ? i : from;
      to = word.end() == mention.span().end() ? i + 1 : to;
    }
    if (from >= 0 && to > from) {
      named.add(new Named(from, to, mention));
    }
  }

  Passage passage() {
    return passage;
  }

  /** Whether the present tense tells what has happened, as in headlines and captions. */
  boolean isDisplay() {
    return passage.kind() != PassageKind.PARAGRAPH;
  }

  /** Whether it asks and so states nothing. */
  boolean isQuestion() {
    return span.in(passage.text()).endsWith("?");
  }

  /** Whether its words have capitals as in "Kim Meets Minister", where capitals show no name. */
  boolean isTitleCase() {
    return isDisplay()
        && words.stream()
            .filter(word -> word.text().length() > LONGEST_SMALL)
            .allMatch(Word::capital);
  }

  int size() {
    return words.size();
  }

  Word get(int i) {
    return words.get(i);
  }

  /** The key of a word, or nothing past either end. */
  String key(int i) {
    return i >= 0 && i < words.size() ? words.get(i).key() : "";
  }

  /** Whether a word is of a kind; never past either end. */
  boolean is(Vocabulary.Kind kind, int i) {
    return Vocabulary.is(kind, key(i));
  }

  /** Whether a word follows the one before it with only a space between. */
  boolean joined(int i) {
    return i > 0 && i < words.size() && words.get(i).joined();
  }

  boolean afterComma(int i) {
    return i > 0 && i < words.size() && words.get(i).afterComma();
  }

  /** What ends a phrase: the end of the sentence, or any mark before a word. */
  boolean breaksBefore(int i) {
    return i >= words.size() || (i > 0 && !words.get(i).joined());
  }

  /** The range of the passage from one word to before another. */
  Span span(int from, int to) {
    return new Span(words.get(from).span().start(), words.get(to - 1).span().end());
  }

  /** The mentions, in order. */
  List<Named> named() {
    return named;
  }

  /** The mention that begins with a word, or null. */
  @Nullable Named namedFrom(int i) {
    return named.stream().filter(n -> n.from() == i).findFirst().orElse(null);
  }

  /** The mention that a word is part of, or null. */
  @Nullable Named namedAt(int i) {
    return named.stream().filter(n -> n.from() <= i && i < n.to()).findFirst().orElse(null);
  }
}
