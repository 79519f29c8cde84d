package org.pullquote.names;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nouns for people by what they are: "minister", "veterans", "women". They are those of the list of
 * roles that are no organisations.
 */
public final class PeopleNouns {

  private static final Lexicon LEXICON = Lexicon.ENGLISH;

  /** How plurals end, each with what the singular has instead. */
  private static final List<List<String>> PLURALS =
      List.of(
          List.of("men", "man"),
          List.of("ies", "y"),
          List.of("wives", "wife"),
          List.of("children", "child"),
          List.of("s", ""));

  private PeopleNouns() {}

  /** Whether a noun is for one person: "minister", "prime minister", in any case. */
  public static boolean isOne(String noun) {
    return role(Folding.key(noun)) != null;
  }

  /** Whether it is for one person whom "he" or "she" may mean: "man" for "him". */
  public static boolean mayBe(String noun, String pronoun) {
    RoleNoun role = role(Folding.key(noun));
    Gender gender = PronounLinks.gender(pronoun);
    return role != null && Gender.agree(role.gender(), gender);
  }

  /** Whether a noun is for several people: "ministers", in any case. */
  public static boolean isSeveral(String noun) {
    String key = Folding.key(noun);
    return !key.endsWith("ss")
        && PLURALS.stream()
            .filter(ending -> key.endsWith(ending.getFirst()))
            .map(ending ->
                key.substring(0, key.length() - ending.getFirst().length()) + ending.get(1))
            .anyMatch(singular -> role(singular) != null);
  }

  private static @Nullable RoleNoun role(String key) {
    RoleNoun role = LEXICON.role(key);
    return role == null || role.body() ? null : role;
  }
}
