package org.pullquote.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    semantic = model == null ? null : semantic(model, article);
  }

  private static SemanticScorer semantic(TextModel model, Article article) {
    String title =
        article
            .headline()
            .map(Passage::text)
            .or(() -> Optional.ofNullable(article.metadata().title()))
            .orElse("");
    List<Passage> passages = article.passages();
    List<String> texts = new ArrayList<>(passages.stream().map(LuceneSearch::withCredit).toList());
    passages.forEach(passage -> texts.addAll(sentences(passage)));
    // All at once, so that what is not kept yet is written in one go.
    List<PassageVectors> vectors = model.passages(title, texts);
    List<List<PassageVectors>> sentences = new ArrayList<>();
    int at = passages.size();
    for (Passage passage : passages) {
      int next = at + sentences(passage).size();
      sentences.add(vectors.subList(at, next));
      at = next;
    }
    return new SemanticScorer(vectors.subList(0, passages.size()), sentences);
  }

  /** The sentences of a passage that has several. */
  private static List<String> sentences(Passage passage) {
    return passage.sentences().size() < 2
        ? List.of()
        : passage.sentences().stream().map(sentence -> sentence.in(passage.text())).toList();
  }

  /** What the model reads: with the credit, so that "who took it" has something to find. */
  private static String withCredit(Passage passage) {
    return passage.credit() == null
        ? passage.text()
        : passage.text() + " (Photo: " + passage.credit() + ")";
  }

  @Override
  public Matches match(Query query) {
    Analysed analysed = lexical.analyse(query);
    if (!analysed.isSearchable()) {
      return new Matches(List.of(), false);
    }
    List<Map<Signal, Double>> signals = lexical.signals(analysed);
    List<List<Phrase>> phrases = phrases(query, signals);
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      matches.add(
          new Match(passages.get(i), signals.get(i), lexical.words(i, analysed), phrases.get(i)));
    }
    return new Matches(matches, true);
  }

  /** Measures meaning too, where there is a model. */
  private List<List<Phrase>> phrases(Query query, List<Map<Signal, Double>> signals) {
    if (model == null || semantic == null) {
      return passages.stream().map(passage -> List.<Phrase>of()).toList();
    }
    String asked = (query.question() + " " + query.context()).strip();
    return semantic.measure(model.question(asked), signals);
  }

  @Override
  public void close() {
    lexical.close();
  }
}
