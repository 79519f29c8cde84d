package org.pullquote.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pullquote.language.Vocabulary.Match;

/** Words and phrases with the English for them, by their first letter. */
final class Entries {

  private final Map<Character, List<Entry>> byLetter = new HashMap<>();

  private record Entry(List<Stem> stems, String english) {

    /** How the words from one on match it. */
    Optional<Match> match(List<Word> words, int from) {
      if (from + stems.size() > words.size()) {
        return Optional.empty();
      }
      int letters = 0;
      for (int i = 0; i < stems.size(); i++) {
        if (!stems.get(i).matches(words.get(from + i).key())) {
          return Optional.empty();
        }
        letters += stems.get(i).text().length();
      }
      return Optional.of(new Match(english, stems.size(), letters, stems.getLast().open()));
    }

    /** How a text without spaces matches it. */
    Optional<Match> match(String text, int from) {
      Stem stem = stems.getFirst();
      return stems.size() == 1 && text.startsWith(stem.text(), from)
          ? Optional.of(new Match(english, 1, stem.text().length(), stem.open()))
          : Optional.empty();
    }
  }

  void add(List<Stem> stems, String english) {
    char first = stems.getFirst().text().charAt(0);
    byLetter.computeIfAbsent(first, c -> new ArrayList<>()).add(new Entry(stems, english));
  }

  /** The entries that the words from one on match. */
  Stream<Match> at(List<Word> words, int from) {
    return beginning(words.get(from).key().charAt(0))
        .flatMap(entry -> entry.match(words, from).stream());
  }

  /** The entries of one word that a text has at a place, whatever follows. */
  Stream<Match> at(String text, int from) {
    return beginning(text.charAt(from)).flatMap(entry -> entry.match(text, from).stream());
  }

  private Stream<Entry> beginning(char letter) {
    return byLetter.getOrDefault(letter, List.of()).stream();
  }
}
