package org.pullquote.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;

/**
 * What the passages of an article mean.
 *
 * @param passages of each passage, in reading order
 * @param sentences of each sentence of each passage that has several
 */
record ArticleVectors(List<PassageVectors> passages, List<List<float[]>> sentences) {

  /** Reads an article. */
  static ArticleVectors of(TextModel model, Article article) {
    String title =
        article
            .headline()
            .map(Passage::text)
            .or(() -> Optional.ofNullable(article.metadata().title()))
            .orElse("");
    List<Passage> passages = article.passages();
    List<PassageVectors> vectors =
        model.passages(title, passages.stream().map(ArticleVectors::withCredit).toList());
    // All at once, so that what is not kept yet is written in one go.
    Iterator<float[]> meanings =
        model
            .meanings(title, passages.stream().flatMap(each -> sentences(each).stream()).toList())
            .iterator();
    List<List<float[]>> sentences = new ArrayList<>();
    for (Passage passage : passages) {
      List<float[]> own = new ArrayList<>();
      sentences(passage).forEach(sentence -> own.add(meanings.next()));
      sentences.add(own);
    }
    return new ArticleVectors(vectors, sentences);
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
}
