package org.pullquote.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What part of an article a passage is. */
public enum PassageKind {
  HEADLINE("headline"),
  /** The line under the headline that sums the article up; also called deck or sub-heading. */
  STANDFIRST("standfirst"),
  PARAGRAPH("p"),
  /** The words under a photograph; its {@linkplain Passage#credit() credit} is kept apart. */
  CAPTION("c");

  private final String idPrefix;

  PassageKind(String idPrefix) {
    this.idPrefix = idPrefix;
  }

  /** The name in files and JSON: {@code headline}, {@code paragraph}, … */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The stable id of a passage of this kind: {@code headline}, {@code standfirst}, {@code p1}, …,
   * {@code c1}, …
   *
   * @param number 1 for the first of its kind in reading order
   */
  String id(int number) {
    boolean numbered = this == PARAGRAPH || this == CAPTION;
    return numbered || number > 1 ? idPrefix + number : idPrefix;
  }

  /** The kind with that {@link #label()}, if there is one. */
  public static Optional<PassageKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
