package org.pullquote.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An article as its quotable passages in reading order, and what is known about it. Immutable. */
public final class Article {

  /** So many bytes of a digest tell the editions of one article apart. */
  private static final int EDITION_BYTES = 6;

  private final Metadata metadata;
  private final Map<String, Passage> passages = new LinkedHashMap<>();
  private final String edition;

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
    edition = digest(passages);
  }

  private static String digest(List<Passage> passages) {
    Digest digest = new Digest();
    for (Passage passage : passages) {
      digest.add(passage.id() + '\0' + passage.text() + '\0' + passage.credit() + '\0');
    }
    return digest.hex(EDITION_BYTES);
  }

  public Metadata metadata() {
    return metadata;
  }

  /** A name for these passages as they are worded: another one where any of them was changed. */
  public String edition() {
    return edition;
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
