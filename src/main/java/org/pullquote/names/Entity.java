package org.pullquote.names;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Somebody or something that an article names.
 *
 * @param name the fullest name, as the article writes it; of a place, its common name
 * @param kind what it is
 * @param names all that it is called, {@code name} first: names and roles as the article writes
 *     them, and of a place the other words for the same ("Russian")
 * @param related what is not the same, but is used for it or stands for it: "Moscow" of Russia
 */
public record Entity(String name, EntityKind kind, Set<String> names, Set<String> related) {

  /**
   * @throws IllegalArgumentException if {@code names} lacks {@code name}
   */
  public Entity {
    if (!names.contains(name)) {
      throw new IllegalArgumentException("not among the names of " + name + ": " + names);
    }
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    related = Collections.unmodifiableSet(new LinkedHashSet<>(related));
  }
}
