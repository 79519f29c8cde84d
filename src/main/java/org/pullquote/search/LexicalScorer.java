package org.pullquote.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.search.ArticleIndex.WordField;
import org.pullquote.search.EnglishAnalysis.Asked;
import org.pullquote.search.EnglishAnalysis.Token;

/** Measures what words, pairs of words and characters a passage shares with a question. */
final class LexicalScorer {

  /** On the labelled dialogues anything from 0.2 to 0.7 ranks alike; 1 ranks and refuses worse. */
  private static final float CONTEXT_WEIGHT = 0.4f;

  /**
   * A question about somebody whom the article does not name is not answered by what it says of
   * others. Fitted on labelled news: wrong answers −.04 to −.06, wrong refusals +.01 at most.
   */
  private static final double MISSING_NAME_WEIGHT = 3;

  /** Of a question, or pairs: Lucene refuses queries of more than 1024 clauses. */
  private static final int MOST_GRAMS = 400;

  private static final Map<WordField, Signal> SIGNALS =
      new EnumMap<>(
          Map.of(
              WordField.PASSAGE, Signal.WORDS,
              WordField.SENTENCE, Signal.SENTENCE_WORDS,
              WordField.PAIRS, Signal.PAIRS,
              WordField.SENTENCE_PAIRS, Signal.SENTENCE_PAIRS,
              WordField.GRAMS, Signal.GRAMS,
              WordField.SENTENCE_GRAMS, Signal.SENTENCE_GRAMS,
              WordField.OTHER_NAMES, Signal.OTHER_NAMES,
              WordField.ABOUT, Signal.ABOUT));

  private final EnglishAnalysis analysis = new EnglishAnalysis();
  private final CharacterGrams grams = new CharacterGrams();
  private final List<Terms> terms;
  private final ArticleIndex index;

  /**
   * The terms of a passage.
   *
   * @param tokens all of its text
   * @param sentences the terms of each sentence
   * @param beyond terms that it can be found by and does not use
   */
  private record Terms(List<Token> tokens, List<Set<String>> sentences, Set<String> beyond) {}

  /**
   * @param otherNames for each passage, names of those it speaks of that it does not use
   */
  LexicalScorer(List<Passage> passages, List<? extends Collection<String>> otherNames) {
    index = new ArticleIndex(passages, otherNames, analysis, grams);
    terms = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      Set<String> beyond = distinct(ArticleIndex.about(passage));
      otherNames.get(i).forEach(name -> beyond.addAll(distinct(name)));
      terms.add(
          new Terms(
              analysis.tokens(passage.text()),
              passage.sentences().stream()
                  .map(sentence -> distinct(sentence.in(passage.text())))
                  .toList(),
              beyond));
    }
  }

  private Set<String> distinct(String text) {
    Set<String> distinct = new HashSet<>();
    analysis.tokens(text).forEach(token -> distinct.add(token.term()));
    return distinct;
  }

  /** A query, analysed. */
  record Analysed(Asked asked, Asked before) {

    boolean isSearchable() {
      return !asked.tokens().isEmpty() || !before.tokens().isEmpty();
    }

    /** What to search by: the question's own, and what it follows upon for less. */
    private static Map<String, Float> weights(List<String> own, List<String> context) {
      Map<String, Float> weights = new LinkedHashMap<>();
      context.forEach(term -> weights.put(term, CONTEXT_WEIGHT));
      own.forEach(term -> weights.put(term, 1f));
      return weights;
    }
  }

  Analysed analyse(Query query) {
    return new Analysed(analysis.asked(query.question()), analysis.asked(query.context()));
  }

  /** What is measured of each passage, in reading order. */
  List<Map<Signal, Double>> signals(Analysed query) {
    List<Map<Signal, Double>> signals = new ArrayList<>();
    terms.forEach(each -> signals.add(new EnumMap<>(Signal.class)));
    Map<String, Float> words = Analysed.weights(query.asked.terms(), query.before.terms());
    Map<String, Float> pairs = Analysed.weights(pairs(query.asked), pairs(query.before));
    Map<String, Float> runs = Analysed.weights(grams(query.asked), grams(query.before));
    SIGNALS.forEach((field, signal) -> {
      double[] scores =
          index.scores(
              field,
              switch (field) {
                case PAIRS, SENTENCE_PAIRS -> pairs;
                case GRAMS, SENTENCE_GRAMS -> runs;
                case PASSAGE, SENTENCE, OTHER_NAMES, ABOUT -> words;
              });
      for (int i = 0; i < scores.length; i++) {
        signals.get(i).put(signal, scores[i]);
      }
    });
    Map<String, Double> idf =
        idf(
            query.asked.terms().isEmpty() ? query.before.terms() : query.asked.terms(),
            query.asked.names());
    for (int i = 0; i < signals.size(); i++) {
      cover(terms.get(i), idf, signals.get(i));
    }
    return signals;
  }

  private static List<String> pairs(Asked asked) {
    return asked.pairs().stream().distinct().limit(MOST_GRAMS).toList();
  }

  private List<String> grams(Asked asked) {
    return EnglishAnalysis.tokens(grams, asked.words()).stream()
        .map(Token::term)
        .distinct()
        .limit(MOST_GRAMS)
        .toList();
  }

  /**
   * How rare each term is among the passages, as BM25 has it: most of all where none has it, and
   * more so if it is a name.
   */
  private Map<String, Double> idf(Collection<String> asked, Set<String> names) {
    Map<String, Double> idf = new LinkedHashMap<>();
    for (String term : asked) {
      int holding = index.holding(term);
      double weight = holding == 0 && names.contains(term) ? MISSING_NAME_WEIGHT : 1;
      idf.put(term, weight * Math.log(1 + (terms.size() - holding + 0.5) / (holding + 0.5)));
    }
    return idf;
  }

  private static void cover(Terms passage, Map<String, Double> idf, Map<Signal, Double> signals) {
    Set<String> held = new HashSet<>(passage.beyond());
    passage.tokens().forEach(token -> held.add(token.term()));
    signals.put(Signal.COVERAGE, covered(idf, held));
    signals.put(
        Signal.SENTENCE_COVERAGE,
        passage.sentences().stream()
            .mapToDouble(sentence -> covered(idf, sentence))
            .max()
            .orElse(0));
    String rarest =
        idf.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    signals.put(Signal.RAREST_MISSING, held.contains(rarest) ? 0.0 : 1.0);
  }

  private static double covered(Map<String, Double> idf, Set<String> held) {
    double all = 0;
    double covered = 0;
    for (Map.Entry<String, Double> term : idf.entrySet()) {
      all += term.getValue();
      covered += held.contains(term.getKey()) ? term.getValue() : 0;
    }
    return all == 0 ? 0 : covered / all;
  }

  /** The words of a passage that the question uses too, in order. */
  List<Span> words(int ordinal, Analysed query) {
    Set<String> asked = new HashSet<>(query.asked.terms());
    asked.addAll(query.before.terms());
    return terms.get(ordinal).tokens().stream()
        .filter(token -> asked.contains(token.term()))
        .map(Token::span)
        .toList();
  }

  void close() {
    index.close();
    grams.close();
    analysis.close();
  }
}
