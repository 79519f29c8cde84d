package org.pullquote.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.search.LexicalScorer.Analysed;

/** Measures by a Lucene index of the article's words, and by what a model says they mean. */
public final class LuceneSearch implements PassageSearch {

  private final List<Passage> passages;
  private final LexicalScorer lexical;
  private final @Nullable TextModel model;
  private final @Nullable SemanticScorer semantic;

  /**
   * Indexes an article, in memory.
   *
   * @param otherNames for each passage, in reading order, names that it can be found by and does
   *     not use
   * @param model says what text means; null to go by words alone
   */
  public LuceneSearch(
      Article article, List<? extends Collection<String>> otherNames, @Nullable TextModel model) {
    passages = article.passages();
    lexical = new LexicalScorer(passages, otherNames);
    this.model = model;
    semantic = model == null ? null : new SemanticScorer(ArticleVectors.of(model, article));
  }

  @Override
  public Matches match(Query query) {
    Analysed analysed = lexical.analyse(query);
    if (!analysed.isSearchable()) {
      return new Matches(List.of(), false);
    }
    List<Map<Signal, Double>> signals = lexical.signals(analysed);
    if (model == null || semantic == null) {
      return new Matches(
          matches(analysed, signals, Collections.nCopies(passages.size(), List.of())), true);
    }
    QuestionVectors question = model.question((query.question() + " " + query.context()).strip());
    List<List<Phrase>> phrases = semantic.measure(question, signals);
    return new Matches(
        matches(analysed, signals, phrases),
        true,
        match -> model.read(question, semantic.vectors(passages.indexOf(match.passage()))));
  }

  private List<Match> matches(
      Analysed analysed, List<Map<Signal, Double>> signals, List<List<Phrase>> phrases) {
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      matches.add(
          new Match(passages.get(i), signals.get(i), lexical.words(i, analysed), phrases.get(i)));
    }
    return matches;
  }

  @Override
  public void close() {
    lexical.close();
  }
}
