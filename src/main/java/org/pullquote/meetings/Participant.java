package org.pullquote.meetings;

import org.jspecify.annotations.Nullable;
import org.pullquote.article.Span;
import org.pullquote.names.Entity;

/**
 * Somebody, or a group of people, who met somebody.
 *
 * <p>Where the statement has "he" or "she", and it is known who that is, {@code span} is where the
 * same passage names that person; a pronoun for somebody whom the passage does not name is no
 * participant.
 *
 * @param span the name, role or group as the passage writes it, in UTF-16 code units of its text
 * @param entity who that is in the article, or null for a group or somebody without a name
 */
public record Participant(Span span, @Nullable Entity entity) {

  /** Whether both are known to be one, or stand at the same place. */
  boolean isSameAs(Participant other) {
    return entity != null ? entity.equals(other.entity) : span.overlaps(other.span);
  }
}
