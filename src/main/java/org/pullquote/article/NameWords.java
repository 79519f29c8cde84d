package org.pullquote.article;

/** Parts of patterns for the names of people and organisations. */
public final class NameWords {

  /**
   * A word with a capital: "Jong-un", "O’Regan", "J.". Takes all it can, and gives nothing back.
   */
  public static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}’'.-]*+";

  /** Small words within a person's name, as alternatives. */
  public static final String PARTICLES = "de|van|von|al|bin";

  private NameWords() {}
}
