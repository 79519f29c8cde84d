package org.pullquote.search;

import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;

/**
 * An article in a few words.
 *
 * @param edition a digest of its passages
 * @param title its headline; null where none is known
 * @param publisher as its metadata say; null where they do not
 * @param published as its metadata say; null where they do not
 * @param passages how many it has
 */
public record IndexedArticle(
    String edition,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable String published,
    int passages) {

  public static IndexedArticle of(Article article) {
    Metadata metadata = article.metadata();
    return new IndexedArticle(
        article.edition(),
        metadata.title(),
        metadata.publisher(),
        metadata.published(),
        article.passages().size());
  }
}
