package org.pullquote.article;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks in a passage, and through whom the words came, where the passage itself says so: as
 * ranges of its text, never as words of ours.
 *
 * @param speaker who said it, or null
 * @param via the report or outlet it came through, or null
 */
public record Speech(@Nullable Span speaker, @Nullable Span via) {

  /** Finds who speaks in a passage. */
  public static Speech in(Passage passage) {
    return new SpeechFinder(passage).find();
  }
}
