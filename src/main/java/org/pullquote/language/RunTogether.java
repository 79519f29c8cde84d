package org.pullquote.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pullquote.language.Vocabulary.Match;

/** Takes words apart that are written without spaces: "국방장관은" is "국방", "장관" and a particle. */
final class RunTogether {

  private RunTogether() {}

  /** A part that is a word of the vocabulary, or a rest that is not. */
  record Part(Optional<Match> match, Word rest) {}

  static List<Part> parts(Word word, Vocabulary vocabulary) {
    List<Part> parts = new ArrayList<>();
    String text = word.key();
    int from = 0;
    int unknown = 0;
    boolean ending = false;
    while (from < text.length()) {
      Optional<Match> match = word(text, from, vocabulary);
      if (match.isPresent()) {
        addRest(parts, text.substring(unknown, from), ending);
        parts.add(new Part(match, word));
        from += match.get().letters();
        unknown = from;
        ending = match.get().open();
      } else {
        from++;
      }
    }
    addRest(parts, text.substring(unknown), ending);
    return parts;
  }

  private static void addRest(List<Part> parts, String rest, boolean ending) {
    if (!rest.isEmpty() && !ending && !Particles.is(rest)) {
      parts.add(new Part(Optional.empty(), Word.of(rest)));
    }
  }

  /** A word of one syllable is one only where nothing but a particle follows. */
  private static Optional<Match> word(String text, int from, Vocabulary vocabulary) {
    return vocabulary
        .prefix(text, from)
        .filter(match -> match.letters() > 1 || isWhole(text, from));
  }

  private static boolean isWhole(String text, int from) {
    boolean korean =
        Character.UnicodeScript.of(text.codePointAt(from)) == Character.UnicodeScript.HANGUL;
    String rest = text.substring(from + 1);
    return !korean || (from == 0 && (rest.isEmpty() || Particles.is(rest)));
  }
}
