package org.pullquote.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks in a passage, and through whom the words came, where the passage itself says so: as
 * ranges of its text, never as words of ours.
 *
 * @param speaker who said it, or null
 * @param via the report or outlet it came through, or null
 * @param said the sentences that came from them; all others are the article's own
 */
public record Speech(@Nullable Span speaker, @Nullable Span via, List<Span> said) {

  /** Copies the list. */
  public Speech {
    said = List.copyOf(said);
  }

  /** Finds who speaks in a passage. */
  public static Speech in(Passage passage) {
    return new SpeechFinder(passage).find();
  }

  /** Whether all of a part of the passage's text came from them, but for spaces at its ends. */
  public boolean covers(Passage passage, Span part) {
    return passage.sentences().stream()
        .filter(part::overlaps)
        .allMatch(sentence -> said.contains(sentence));
  }
}
