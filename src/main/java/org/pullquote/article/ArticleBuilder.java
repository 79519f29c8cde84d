package org.pullquote.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects passages in reading order, numbers them, and finds their sentences. */
public final class ArticleBuilder {

  private final SentenceSplitter splitter;
  private final List<Passage> passages = new ArrayList<>();
  private final Map<PassageKind, Integer> counts = new EnumMap<>(PassageKind.class);

  public ArticleBuilder(SentenceSplitter splitter) {
    this.splitter = splitter;
  }

  /** Adds a passage under the next id of its kind. */
  public ArticleBuilder add(PassageKind kind, String text, @Nullable String credit) {
    return add(null, kind, text, credit);
  }

  /** Adds a passage that has no image. */
  public ArticleBuilder add(
      @Nullable String id, PassageKind kind, String text, @Nullable String credit) {
    return add(id, kind, text, credit, null);
  }

  /**
   * Adds a passage.
   *
   * @param id its id, or null for the next one of its kind
   * @param credit for a caption, whose photo it is, or null
   * @param image for a caption, the address of its image, or null
   */
  public ArticleBuilder add(
      @Nullable String id,
      PassageKind kind,
      String text,
      @Nullable String credit,
      @Nullable String image) {
    int number = counts.merge(kind, 1, Integer::sum);
    String name = id != null ? id : kind.id(number);
    passages.add(new Passage(name, kind, number, text, credit, image, splitter.split(text)));
    return this;
  }

  /** Whether a passage of that kind has been added. */
  public boolean has(PassageKind kind) {
    return counts.containsKey(kind);
  }

  /** How many passages have been added. */
  public int size() {
    return passages.size();
  }

  /**
   * The article of the passages so far.
   *
   * @throws IllegalArgumentException if two passages were added under one id
   */
  public Article build(Metadata metadata) {
    return new Article(metadata, passages);
  }
}
