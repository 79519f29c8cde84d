package org.pullquote.search;

import java.util.List;
import java.util.Map;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;

/**
 * How a passage matches a question.
 *
 * @param signals what was measured; a signal that could not be measured is absent
 * @param words the words of the passage that the question uses too, in order, not overlapping
 * @param phrases the words most likely to answer, best first; they may overlap; none where meaning
 *     is not measured. A phrase may reach into the credit, beyond the end of the text.
 */
public record Match(
    Passage passage, Map<Signal, Double> signals, List<Span> words, List<Phrase> phrases) {

  public Match {
    signals = Map.copyOf(signals);
    words = List.copyOf(words);
    phrases = List.copyOf(phrases);
  }

  /** A measured signal; 0 where it could not be measured. */
  public double signal(Signal signal) {
    return signals.getOrDefault(signal, 0.0);
  }
}
