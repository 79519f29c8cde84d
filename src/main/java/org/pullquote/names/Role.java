package org.pullquote.names;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has.
 *
 * @param noun what it is
 * @param modifiers which of several: "defence"
 * @param scope whose it is, or null where the article does not say by a name
 */
record Role(RoleNoun noun, Set<String> modifiers, @Nullable Figure scope) {

  /** Whether words that say this role can mean somebody who has the other one. */
  boolean canMean(Role held) {
    return noun.equals(held.noun)
        && (scope == null || (held.scope != null && scope.top() == held.scope.top()))
        && held.modifiers.containsAll(modifiers)
        && distinct().equals(held.distinct());
  }

  /** Whether nobody has both: offices of two countries, or one office there and here. */
  boolean excludes(Role other) {
    return noun.office()
        && other.noun.office()
        && ofCountry()
        && other.ofCountry()
        && scope != null
        && other.scope != null
        && scope.top() != other.scope.top();
  }

  boolean ofCountry() {
    return scope != null && scope.kind() == EntityKind.PLACE;
  }

  private Set<String> distinct() {
    Predicate<String> tells = Lexicon.ENGLISH::isDistinct;
    return modifiers.stream().filter(tells).collect(Collectors.toSet());
  }
}
