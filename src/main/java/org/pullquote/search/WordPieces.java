package org.pullquote.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.tokenize.WordpieceTokenizer;
import org.pullquote.article.Span;

/**
 * Cuts text into the word pieces of an uncased BERT vocabulary: small letters without accents,
 * punctuation and ideographs alone, then the longest pieces that the vocabulary has.
 */
final class WordPieces {

  private final Map<String, Integer> ids = new HashMap<>();
  private final WordpieceTokenizer pieces;

  /**
   * @param vocabulary the pieces, in the order of their numbers
   */
  WordPieces(List<String> vocabulary) {
    vocabulary.forEach(piece -> ids.put(piece, ids.size()));
    pieces = new WordpieceTokenizer(ids.keySet());
  }

  /**
   * A piece.
   *
   * @param span where it stands in the text
   */
  record Piece(int id, Span span) {}

  /** The number of a piece of the vocabulary, such as {@code [CLS]}. */
  int id(String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("the vocabulary has no piece " + piece);
    }
    return id;
  }

  /** The pieces of a text, in order. */
  List<Piece> of(String text) {
    List<Piece> found = new ArrayList<>();
    Word word = new Word();
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      int end = at + Character.charCount(letter);
      if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
        word.cut(found);
      } else if (standsAlone(letter)) {
        word.cut(found);
        word.add(letter, at, end);
        word.cut(found);
      } else if (!isNothing(letter)) {
        word.add(letter, at, end);
      }
      at = end;
    }
    word.cut(found);
    return found;
  }

  private static boolean isNothing(int letter) {
    int type = Character.getType(letter);
    return letter == 0xFFFD
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE;
  }

  private static boolean standsAlone(int letter) {
    int type = Character.getType(letter);
    boolean symbol = letter < 128 && letter > 32 && !Character.isLetterOrDigit(letter);
    return symbol
        || type == Character.DASH_PUNCTUATION
        || type == Character.START_PUNCTUATION
        || type == Character.END_PUNCTUATION
        || type == Character.CONNECTOR_PUNCTUATION
        || type == Character.OTHER_PUNCTUATION
        || type == Character.INITIAL_QUOTE_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION
        || Character.isIdeographic(letter);
  }

  /** The word being read, as the vocabulary spells it, with the place of each of its letters. */
  private final class Word {
    private final StringBuilder letters = new StringBuilder();
    private int[] from = new int[16];
    private int[] to = new int[16];

    void add(int letter, int start, int end) {
      String plain =
          Normalizer.normalize(
              Character.toString(Character.toLowerCase(letter)), Normalizer.Form.NFD);
      for (int i = 0; i < plain.length(); i++) {
        if (Character.getType(plain.charAt(i)) != Character.NON_SPACING_MARK) {
          if (letters.length() == from.length) {
            from = Arrays.copyOf(from, from.length * 2);
            to = Arrays.copyOf(to, to.length * 2);
          }
          from[letters.length()] = start;
          to[letters.length()] = end;
          letters.append(plain.charAt(i));
        }
      }
    }

    void cut(List<Piece> found) {
      if (letters.isEmpty()) {
        return;
      }
      String[] cut = pieces.tokenize(letters.toString());
      int at = 0;
      // The first and the last mark the ends of what was cut.
      for (int i = 1; i < cut.length - 1; i++) {
        int length = cut[i].startsWith("##") ? cut[i].length() - 2 : cut[i].length();
        boolean unknown = cut[i].equals(WordpieceTokenizer.BERT_UNK_TOKEN);
        int end = unknown ? letters.length() : Math.min(at + length, letters.length());
        found.add(new Piece(id(cut[i]), new Span(from[at], to[end - 1])));
        at = end;
        if (at >= letters.length()) {
          break;
        }
      }
      letters.setLength(0);
    }
  }
}
