package org.pullquote.names;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words of a text that may mean somebody or something: from one word to before another. */
sealed interface Sighting {

  int from();

  int to();

  /** Whether it stands wholly within another. */
  default boolean within(Sighting other) {
    return other.from() <= from() && to() <= other.to() && !other.equals(this);
  }

  /** How many words. */
  default int length() {
    return to() - from();
  }

  /**
   * A name that the article alone tells.
   *
   * @param keys its words without a title
   * @param gender what its title tells, or null
   * @param titled whether it has a title, as only people have
   * @param organisation whether its words show an organisation
   */
  record OfName(
      int from,
      int to,
      List<String> keys,
      @Nullable Gender gender,
      boolean titled,
      boolean organisation)
      implements Sighting {

    String key() {
      return String.join(" ", keys);
    }
  }

  /** A place or body that is known without the article. */
  record OfPlace(int from, int to, Gazetteer.Alias alias) implements Sighting {}

  /**
   * What somebody is called by what he is: "the South Korean president".
   *
   * @param noun the role
   * @param modifiers which of several: "defence"
   * @param scope the country, organisation or person that it belongs to, or null
   * @param reference how it points
   */
  record OfRole(
      int from,
      int to,
      RoleNoun noun,
      Set<String> modifiers,
      @Nullable Sighting scope,
      Reference reference)
      implements Sighting {}

  /** He, she, him, her, his. */
  record OfPronoun(int from, int to, Gender gender) implements Sighting {}

  /** How a role points at its holder. */
  enum Reference {
    /** "the priest". */
    DEFINITE,
    /** "a priest". */
    INDEFINITE,
    /** "Russia's defence minister", "the South Korean president", "president of France". */
    SCOPED,
    /** "his counterpart", "the resort's manager": whose, the words do not tell by a name. */
    OWNED,
    /** "defence minister". */
    BARE
  }
}
