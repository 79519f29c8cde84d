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

  /**
   * Finds who speaks in the sentences that a part of a passage touches, whoever speaks in others.
   *
   * @param part where there is no sentence, nobody speaks
   * @return with ranges of the passage's text
   */
  public static Speech in(Passage passage, Span part) {
    List<Span> touched = passage.sentences().stream().filter(part::overlaps).toList();
    return touched.isEmpty()
        ? new Speech(null, null, List.of())
        : inSentences(passage, new Span(touched.getFirst().start(), touched.getLast().end()));
  }

  private static Speech inSentences(Passage passage, Span part) {
    Passage sentences =
        new Passage(
            passage.id(),
            passage.kind(),
            passage.number(),
            part.in(passage.text()),
            null,
            null,
            passage.sentences().stream()
                .filter(part::contains)
                .map(sentence -> sentence.shift(-part.start()))
                .toList());
    Speech speech = in(sentences);
    return new Speech(
        shift(speech.speaker(), part),
        shift(speech.via(), part),
        speech.said().stream().map(span -> span.shift(part.start())).toList());
  }

  private static @Nullable Span shift(@Nullable Span span, Span part) {
    return span == null ? null : span.shift(part.start());
  }

  /** Whether all of a part of the passage's text came from them, but for spaces at its ends. */
  public boolean covers(Passage passage, Span part) {
    return passage.sentences().stream()
        .filter(part::overlaps)
        .allMatch(sentence -> said.contains(sentence));
  }
}
