package org.pullquote.names;

import org.pullquote.article.Span;

/**
 * Words that mean an entity.
 *
 * @param span where they stand, without a possessive ending
 * @param entity whom or what they mean
 * @param form how they mean it
 */
public record Mention(Span span, Entity entity, Form form) {

  /** How words mean an entity. */
  public enum Form {
    /** "Mr Shoigu", "the US". */
    NAME,
    /** A people, or an adjective, that means a place: "Russian". */
    DEMONYM,
    /** "Russia's defence minister", "the general". */
    ROLE,
    /** "he". */
    PRONOUN,
    /** A related name that the article does not use: "Moscow" where it says Russia. */
    RELATED
  }
}
