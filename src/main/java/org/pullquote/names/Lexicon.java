package org.pullquote.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.ResourceLines;

/** The word lists. Every word is a {@linkplain Folding#key key}. Immutable. */
final class Lexicon {

  static final Lexicon ENGLISH = new Lexicon();

  /** The most words that a role noun has: "chief operating officer". */
  private static final int LONGEST_ROLE = 3;

  /** One or two syllables as Chinese and Korean names have them, in Latin letters. */
  private static final Pattern EAST_ASIAN =
      Pattern.compile(
          "(?:(?:[bcdfghjklmnpqrstwxyz]|ch|sh|zh|kw|gw|hw|hy|ky|my|ny|py|gy)?[wy]?[aeiou]{1,3}(?:ng|[nklmpth])?){1,2}");

  /** Small words within a person's name. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "dos", "del", "di", "van", "von", "der", "den", "la", "al", "el", "bin",
          "ibn", "ul", "abu");

  /** Words that have a capital within names, too. */
  private static final Set<String> NEUTRAL = Set.of("the", "us", "art", "of");

  private static final Set<String> REGIONS =
      Set.of(
          "new",
          "north",
          "south",
          "east",
          "west",
          "northern",
          "southern",
          "eastern",
          "western",
          "central",
          "lower",
          "upper");

  /** Words behind a hyphen that make something else of the name before it. */
  private static final Set<String> SUFFIXES =
      Set.of(
          "led", "based", "born", "style", "era", "wide", "like", "run", "held", "made", "trained",
          "bound", "only", "free", "plus", "first", "day", "year", "old", "age", "area", "owned");

  private final Map<String, @Nullable Gender> honorifics = new HashMap<>();
  private final Map<String, Gender> givenNames = new HashMap<>();
  private final Map<String, RoleNoun> roles = new HashMap<>();
  private final Set<String> roleBeginnings = new HashSet<>();
  private final Map<String, String> modifiers = new HashMap<>();
  private final Set<String> distinct = new HashSet<>();
  private final Set<String> ignored = new HashSet<>();
  private final Set<String> placeLike = new HashSet<>();
  private final Set<String> familyFirst = words("family-names-first.txt");
  private final Set<String> organisations = words("organisation-words-en.txt");
  private final Set<String> common = words("common-words-en.txt");
  private final Set<String> calendar = words("calendar-en.txt");

  private Lexicon() {
    for (String line : lines("honorifics-en.txt")) {
      String[] parts = line.split(" ");
      honorifics.put(parts[0], gender(parts[1]));
    }
    lines("given-names.txt").forEach(this::readGivenNames);
    lines("role-nouns-en.txt").forEach(this::readRole);
    lines("role-modifiers-en.txt").forEach(this::readModifiers);
  }

  private static List<String> lines(String resource) {
    return ResourceLines.of(Lexicon.class, resource);
  }

  private static Set<String> words(String resource) {
    Set<String> keys = new LinkedHashSet<>();
    ResourceLines.words(Lexicon.class, resource).forEach(word -> keys.add(Folding.key(word)));
    return keys;
  }

  private static @Nullable Gender gender(String letter) {
    return switch (letter) {
      case "m" -> Gender.MAN;
      case "f" -> Gender.WOMAN;
      default -> null;
    };
  }

  private void readGivenNames(String line) {
    String[] names = line.split("\\s+");
    Gender gender = gender(names[0]);
    for (int i = 1; i < names.length; i++) {
      if (gender == null) {
        placeLike.add(Folding.key(names[i]));
      } else {
        givenNames.put(Folding.key(names[i]), gender);
      }
    }
  }

  private void readRole(String line) {
    String[] fields = line.split("\\|");
    String[] names = fields[1].split(",");
    Gender gender =
        switch (fields[0]) {
          case "man", "any-man" -> Gender.MAN;
          case "woman", "any-woman" -> Gender.WOMAN;
          default -> null;
        };
    RoleNoun noun =
        new RoleNoun(
            names[0],
            fields[0].contains("office"),
            fields[0].endsWith("body"),
            !fields[0].startsWith("any"),
            gender);
    for (String name : names) {
      String key = Words.of(name).key(0, Words.of(name).size());
      roles.put(key, noun);
      roleBeginnings.add(key.split(" ")[0]);
    }
  }

  private void readModifiers(String line) {
    String[] fields = line.split("\\|");
    for (String word : fields[1].split("\\s+")) {
      String[] spellings = word.split("=");
      for (String spelling : spellings) {
        modifiers.put(spelling, spellings[0]);
      }
      if (fields[0].equals("distinct")) {
        distinct.add(spellings[0]);
      } else if (fields[0].equals("ignored")) {
        ignored.add(spellings[0]);
      }
    }
  }

  boolean isHonorific(String key) {
    return honorifics.containsKey(key);
  }

  /** Which gender a title, a given name, or a relation such as "wife" tells, or null. */
  @Nullable Gender gender(Token token) {
    Gender titled = honorifics.get(token.key());
    return titled != null ? titled : givenNames.get(token.key());
  }

  boolean isGivenName(String key) {
    return givenNames.containsKey(key);
  }

  /** Whether a place's name is a person's as well, beside another name. */
  boolean isPlaceLike(String key) {
    return placeLike.contains(key);
  }

  /** The role that some words name, or null. */
  @Nullable RoleNoun role(String key) {
    return roles.get(key);
  }

  /** How many words, from one on, are the longest role noun; 0 for none. */
  int longestRole(Words words, int from) {
    if (!roleBeginnings.contains(words.get(from).key())) {
      return 0;
    }
    int most = 1;
    while (most < LONGEST_ROLE && words.follows(from + most)) {
      most++;
    }
    for (int n = most; n > 0; n--) {
      if (roles.containsKey(words.key(from, from + n))) {
        return n;
      }
    }
    return 0;
  }

  /** The modifier that a word is a spelling of, or null. */
  @Nullable String modifier(String key) {
    return modifiers.get(key);
  }

  boolean isDistinct(String modifier) {
    return distinct.contains(modifier);
  }

  boolean isIgnored(String modifier) {
    return ignored.contains(modifier);
  }

  boolean isOrganisation(String key) {
    return organisations.contains(key);
  }

  boolean isCommon(String key) {
    return common.contains(key);
  }

  /** Whether a word with a capital is neither a name nor a part of one. */
  boolean isFiller(String key) {
    return common.contains(key)
        && !calendar.contains(key)
        && !honorifics.containsKey(key)
        && !REGIONS.contains(key)
        && !NEUTRAL.contains(key)
        && !roles.containsKey(key)
        && !modifiers.containsKey(key);
  }

  /** Whether a word makes another place of the one behind it: "New Jersey". */
  boolean isRegion(String key) {
    return REGIONS.contains(key);
  }

  boolean isCalendar(Token token) {
    return calendar.contains(token.key());
  }

  boolean isParticle(String key) {
    return PARTICLES.contains(key);
  }

  /** Whether a word in small letters behind a hyphen can be a part of a name: "Jong-un". */
  boolean isSyllable(String key) {
    return !SUFFIXES.contains(key) && EAST_ASIAN.matcher(key).matches();
  }

  /** Whether a name has the shape of those that begin with the family's: "Kim Jong-un". */
  boolean isFamilyFirst(List<String> keys) {
    return keys.size() > 1
        && keys.size() < 4
        && familyFirst.contains(keys.getFirst())
        && keys.stream().skip(1).allMatch(key -> EAST_ASIAN.matcher(key).matches());
  }
}
