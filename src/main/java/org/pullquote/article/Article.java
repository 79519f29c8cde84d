package org.pullquote.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An article as its quotable passages in reading order, and what is known about it. Immutable. */
public final class Article {

  private final Metadata metadata;
  private final Map<String, Passage> passages = new LinkedHashMap<>();

  /**
   * @param passages in reading order
   * @throws IllegalArgumentException if two passages have the same id
   */
  public Article(Metadata metadata, List<Passage> passages) {
    this.metadata = metadata;
    for (Passage passage : passages) {
      if (this.passages.put(passage.id(), passage) != null) {
        throw new IllegalArgumentException("two passages have the id " + passage.id());
      }
    }
  }

  public Metadata metadata() {
    return metadata;
  }

  /** All passages, in reading order. */
  public List<Passage> passages() {
    return List.copyOf(passages.values());
  }

  /** The passage with that id, such as {@code p5}. */
  public Optional<Passage> passage(String id) {
    return Optional.ofNullable(passages.get(id));
  }

  /** The headline, if it was read. */
  public Optional<Passage> headline() {
    return passages.values().stream()
        .filter(passage -> passage.kind() == PassageKind.HEADLINE)
        .findFirst();
  }

  /** How many passages of a kind there are. */
  public int count(PassageKind kind) {
    return (int) passages.values().stream().filter(p -> p.kind() == kind).count();
  }
}
