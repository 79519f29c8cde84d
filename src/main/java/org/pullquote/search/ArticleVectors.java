package org.pullquote.search;

import java.util.List;
import java.util.Optional;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;

/** What the passages of an article mean, in reading order. */
public final class ArticleVectors {

  private ArticleVectors() {}

  /** All that can be measured of them. */
  static List<PassageVectors> of(TextModel model, Article article) {
    return model.passages(title(article), texts(article));
  }

  /** What they mean as a whole, to find them among others. */
  public static List<float[]> meanings(TextModel model, Article article) {
    return model.meanings(title(article), texts(article));
  }

  private static String title(Article article) {
    return article
        .headline()
        .map(Passage::text)
        .or(() -> Optional.ofNullable(article.metadata().title()))
        .orElse("");
  }

  private static List<PassageText> texts(Article article) {
    return article.passages().stream()
        .map(passage ->
            new PassageText(
                withCredit(passage),
                passage.sentences().size() < 2 ? List.of() : passage.sentences()))
        .toList();
  }

  /** What the model reads: with the credit, so that "who took it" has something to find. */
  private static String withCredit(Passage passage) {
    return passage.credit() == null
        ? passage.text()
        : passage.text() + " (Photo: " + passage.credit() + ")";
  }
}
