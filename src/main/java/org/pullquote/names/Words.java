package org.pullquote.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pullquote.article.Span;

/**
 * A text cut into words. Hyphens separate words, so that "Jong-un" and "Jong Un" are the same two.
 *
 * @param tokens in order
 */
record Words(String text, List<Token> tokens) {

  /** "U.S.", "J." before a name, or letters and digits with apostrophes between. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?:\\p{Lu}\\.){2,}\\p{Lu}?\\b|(?:\\p{Lu}\\.){2,}|\\b\\p{Lu}\\.(?=\\s?\\p{Lu})"
              + "|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:['’ʻ]\\p{L}[\\p{L}\\p{M}]*)*");

  private static final Pattern POSSESSIVE = Pattern.compile("['’][sS]$");
  private static final Pattern OPENING = Pattern.compile("[“\"‘:•(\\[]\\s*$|(?:^|\\s)'$");

  /** The share of words in small letters up to which capitals may say nothing. */
  private static final double MOST_SMALL = 0.125;

  private static final int FEWEST_TITLE_WORDS = 4;

  /** The words of a text, of which the sentences are known. */
  static Words of(String text, List<Span> sentences) {
    List<Token> tokens = new ArrayList<>();
    Quotations quotations = new Quotations(text);
    Matcher matcher = WORD.matcher(text);
    int sentence = 0;
    int last = 0;
    int lastSentence = -1;
    while (matcher.find()) {
      while (sentence + 1 < sentences.size()
          && sentences.get(sentence + 1).start() <= matcher.start()) {
        sentence++;
      }
      String word = POSSESSIVE.matcher(matcher.group()).replaceFirst("");
      int end = matcher.start() + word.length();
      String gap = text.substring(last, matcher.start());
      boolean starts = sentence != lastSentence || OPENING.matcher(gap).find();
      tokens.add(
          new Token(
              word,
              Folding.key(word),
              new Span(matcher.start(), end),
              gap,
              sentence,
              end < matcher.end() || pluralPossessive(text, word, end),
              starts,
              quotations.cover(matcher.start())));
      last = matcher.end();
      lastSentence = sentence;
    }
    return new Words(text, List.copyOf(tokens));
  }

  /** The words of a text that is one sentence. */
  static Words of(String text) {
    return of(text, List.of(new Span(0, text.length())));
  }

  private static boolean pluralPossessive(String text, String word, int end) {
    return word.endsWith("s")
        && end + 1 < text.length()
        && "'’".indexOf(text.charAt(end)) >= 0
        && Character.isWhitespace(text.charAt(end + 1));
  }

  int size() {
    return tokens.size();
  }

  Token get(int i) {
    return tokens.get(i);
  }

  /**
   * Whether the words {@code i - 1} and {@code i} are in one sentence with only a space between.
   */
  boolean follows(int i) {
    return i > 0
        && i < size()
        && get(i).joined()
        && get(i).sentence() == get(i - 1).sentence()
        && !get(i - 1).possessive();
  }

  /** The range of text from one word to before another. */
  Span span(int from, int to) {
    return new Span(get(from).span().start(), get(to - 1).span().end());
  }

  /** The keys of some words, with spaces. */
  String key(int from, int to) {
    StringBuilder key = new StringBuilder(get(from).key());
    for (int i = from + 1; i < to; i++) {
      key.append(' ').append(get(i).key());
    }
    return key.toString();
  }

  /**
   * Whether capitals say nothing, as in "Kim Meets Minister As Putin Woos Pyongyang": nearly every
   * word has one, and so have words that are no names.
   *
   * @param lexicon tells which words are common, and which of them no part of names
   */
  boolean titleCase(Lexicon lexicon) {
    if (!tokens.isEmpty() && text.equals(text.toUpperCase(Locale.ROOT))) {
      return true;
    }
    List<Token> telling = tokens.stream().filter(t -> !lexicon.isCommon(t.key())).toList();
    long small = telling.stream().filter(t -> !t.capital() && !t.hyphened()).count();
    return tokens.size() >= FEWEST_TITLE_WORDS
        && small <= MOST_SMALL * telling.size()
        && tokens.stream().anyMatch(t -> t.capital() && !t.starts() && lexicon.isFiller(t.key()));
  }

  /** Which parts of a text stand in quotation marks. A mark that nothing closes reaches the end. */
  private static final class Quotations {
    private final boolean[] within;

    Quotations(String text) {
      within = new boolean[text.length()];
      char open = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (open == 0) {
          open = opens(text, i) ? c : 0;
        } else if (closes(text, i, open)) {
          open = 0;
        }
        within[i] = open != 0;
      }
    }

    private static boolean opens(String text, int i) {
      char c = text.charAt(i);
      return c == '“' || c == '"' || (c == '‘' && !letter(text, i - 1));
    }

    private static boolean closes(String text, int i, char open) {
      char c = text.charAt(i);
      return switch (open) {
        case '“' -> c == '”';
        case '‘' -> c == '’' && !letter(text, i + 1);
        default -> c == open || c == '”';
      };
    }

    private static boolean letter(String text, int i) {
      return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
    }

    boolean cover(int offset) {
      return within[offset];
    }
  }
}
