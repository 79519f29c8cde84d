package org.pullquote.chat;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Span;

/**
 * What a conversation is about, as words and places: it means the same wherever the article is.
 *
 * @param question the last question that was answered, with what it took from those before it; may
 *     be cut
 * @param last the last question that stands by itself or was completed; empty where there is none
 * @param background what that one took from those before it
 * @param shown ids of the passages quoted
 * @param pointedAt the id of a passage that a reader pointed at and asked nothing of yet; else null
 * @param quoted the id of the passage quoted first; null where none was
 * @param marks what was set off in it: ranges of its text
 */
public record Topic(
    String question,
    String last,
    String background,
    Set<String> shown,
    @Nullable String pointedAt,
    @Nullable String quoted,
    List<Span> marks) {

  /** Nothing was asked yet. */
  public static final Topic NONE = new Topic("", "", "", Set.of(), null, null, List.of());

  public Topic {
    shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    marks = List.copyOf(marks);
  }

  /** A passage that a reader points at. */
  static Topic pointedAt(String passage, String text) {
    return new Topic(text, "", "", Set.of(passage), passage, null, List.of());
  }
}
