package org.pullquote.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.names.Sighting.OfName;
import org.pullquote.names.Sighting.OfPlace;
import org.pullquote.names.Sighting.OfRole;
import org.pullquote.names.Sighting.Reference;

/**
 * Finds what people and bodies are called by what they are: a noun of the list, with what stands
 * before it ("Russia's defence") and behind it ("of the United States").
 */
final class RoleFinder {

  private static final Lexicon LEXICON = Lexicon.ENGLISH;
  private static final int MOST_MODIFIERS = 4;
  private static final Set<String> INDEFINITES =
      Set.of("a", "an", "one", "another", "any", "every", "each", "no", "some");

  private static final Set<String> OWNERS =
      Set.of("his", "her", "their", "its", "my", "our", "your");

  private static final Set<String> AUXILIARIES = Set.of("did", "does", "do");

  /** What behind a role is no noun: a verb, by its ending or one of these. */
  private static final Pattern VERB =
      Pattern.compile(
          "\\p{L}+(?:ed|s|ing|ly)|\\d+|became|began|came|felt|gave|got|held|kept|laid|led|left|lost|made|met"
              + "|ran|saw|spoke|stood|told|took|won|wrote");

  private final Words words;

  private final List<Sighting> names;

  /**
   * @param names the names and places of the text, in order
   */
  RoleFinder(Words words, List<Sighting> names) {
    this.words = words;
    this.names = names;
  }

  /** The roles in order, not overlapping. */
  List<OfRole> find() {
    List<OfRole> roles = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int length = noun(i);
      OfRole role = length == 0 || isNamed(i, i + length) ? null : role(i, length);
      if (role != null) {
        roles.add(role);
      }
      i += Math.max(1, role == null ? 1 : Math.max(length, role.to() - i));
    }
    return roles;
  }

  private int noun(int i) {
    return LEXICON.longestRole(words, i);
  }

  private boolean isNamed(int from, int to) {
    return names.stream().anyMatch(name -> name.from() < to && from < name.to());
  }

  private @Nullable OfRole role(int at, int length) {
    RoleNoun noun = LEXICON.role(words.key(at, at + length));
    if (noun == null || isBeforeNoun(at + length, noun.body())) {
      return null;
    }
    Reading reading = new Reading(at, at + length);
    reading.left();
    reading.right(noun);
    return reading.result(noun);
  }

  /** Whether another noun follows, so that the role only describes it: "general election". */
  private boolean isBeforeNoun(int i, boolean body) {
    if (i >= words.size()) {
      return false;
    }
    Token next = words.get(i);
    if (next.hyphened()) {
      return true;
    }
    if (!words.follows(i) || next.capital() || LEXICON.isCommon(next.key()) || isAsked(i)) {
      return false;
    }
    boolean plural = body && next.key().endsWith("s");
    boolean roles = LEXICON.role(next.key().replaceFirst("s$", "")) != null;
    return noun(i) > 0 || roles || plural || !VERB.matcher(next.key()).matches();
  }

  /** Whether an auxiliary stands before, and so the role's verb behind it: "did the king leave". */
  private boolean isAsked(int i) {
    return words.tokens().subList(0, i).stream()
        .filter(token -> token.sentence() == words.get(i).sentence())
        .anyMatch(token -> AUXILIARIES.contains(token.key()));
  }

  private @Nullable Sighting endingAt(int end) {
    return names.stream().filter(name -> name.to() == end).findFirst().orElse(null);
  }

  private @Nullable Sighting beginningAt(int start) {
    return names.stream().filter(name -> name.from() == start).findFirst().orElse(null);
  }

  /** One role as it is read outwards from its noun. */
  private final class Reading {
    private int from;
    private int to;
    private final List<String> modifiers = new ArrayList<>();
    private @Nullable Sighting scope;
    private Reference reference = Reference.BARE;

    Reading(int from, int to) {
      this.from = from;
      this.to = to;
    }

    void left() {
      int known = from;
      List<String> read = new ArrayList<>();
      int i = from - 1;
      while (i >= 0 && words.follows(i + 1) && read.size() < MOST_MODIFIERS && isModifier(i)) {
        read.addFirst(modifier(i));
        i--;
        if (LEXICON.modifier(words.get(i + 1).key()) != null && known == i + 2) {
          known = i + 1;
        }
      }
      int end = from;
      if (reaches(i)) {
        modifiers.addAll(read);
      } else {
        modifiers.addAll(read.subList(read.size() - (end - known), read.size()));
        from = known;
      }
    }

    /** Whether what stands before the modifiers shows that they belong to the role. */
    private boolean reaches(int i) {
      boolean near =
          i >= 0
              && words.get(i + 1).sentence() == words.get(i).sentence()
              && words.get(i + 1).joined();
      if (!near) {
        return false;
      }
      Sighting before = endingAt(i + 1);
      Token token = words.get(i);
      if (before != null) {
        scope = before;
        reference = Reference.SCOPED;
        from = before.from();
        if (!token.possessive()) {
          beforeScope();
        }
        return true;
      }
      return token.possessive() ? owned(i) : determiner(i);
    }

    private boolean owned(int i) {
      reference = Reference.OWNED;
      from = i + 1;
      return true;
    }

    /** Reads "a former" in "a former US president". */
    private void beforeScope() {
      int i = from - 1;
      int read = 0;
      while (i >= 0 && words.follows(i + 1) && read < MOST_MODIFIERS && isModifier(i)) {
        if (LEXICON.modifier(words.get(i).key()) != null) {
          modifiers.add(modifier(i));
          from = i;
        }
        i--;
        read++;
      }
      boolean indefinite = i >= 0 && INDEFINITES.contains(words.get(i).key());
      if (indefinite && words.follows(i + 1)) {
        reference = Reference.INDEFINITE;
      }
    }

    private boolean determiner(int i) {
      String key = words.get(i).key();
      switch (key) {
        case "the", "this", "that" -> {
          reference = Reference.DEFINITE;
          from = i + 1;
        }
        default -> {
          if (OWNERS.contains(key)) {
            return owned(i);
          }
          if (!INDEFINITES.contains(key)) {
            return false;
          }
          reference = Reference.INDEFINITE;
          from = i + 1;
        }
      }
      return true;
    }

    private boolean isModifier(int i) {
      Token token = words.get(i);
      if (token.possessive() || endingAt(i + 1) != null) {
        return false;
      }
      if (LEXICON.modifier(token.key()) != null) {
        return true;
      }
      return !token.capital()
          && Character.isLetter(token.key().codePointAt(0))
          && !LEXICON.isCommon(token.key())
          && !token.key().matches(".+(?:ed|ing|ly|[^s]s)");
    }

    private String modifier(int i) {
      String key = words.get(i).key();
      String known = LEXICON.modifier(key);
      return known != null ? known : key;
    }

    void right(RoleNoun noun) {
      boolean more = true;
      while (more
          && to + 1 < words.size()
          && words.follows(to)
          && words.get(to).key().equals("of")) {
        more = words.follows(to + 1) && of(noun);
      }
      if (Set.of("ambassador", "envoy").contains(noun.name())) {
        destination();
      }
    }

    private boolean of(RoleNoun noun) {
      int next = words.get(to + 1).key().equals("the") ? to + 2 : to + 1;
      if (next >= words.size()) {
        return false;
      }
      Sighting name = beginningAt(next);
      if (takesMatter(noun) && !(name instanceof OfPlace)) {
        return matter(next);
      }
      if (name == null || scope != null) {
        reference =
            scope == null && reference != Reference.INDEFINITE ? Reference.OWNED : reference;
        return false;
      }
      if (words.get(name.to() - 1).possessive()) {
        reference = reference == Reference.INDEFINITE ? reference : Reference.OWNED;
        return false;
      }
      scope = name;
      to = name.to();
      reference = reference == Reference.INDEFINITE ? reference : Reference.SCOPED;
      return true;
    }

    /** "to the Netherlands". */
    private void destination() {
      if (to + 2 < words.size() && words.follows(to) && words.get(to).key().equals("to")) {
        int next = words.get(to + 1).key().equals("the") ? to + 2 : to + 1;
        Sighting place = beginningAt(next);
        to = place instanceof OfPlace && words.follows(next) ? place.to() : to;
      }
    }

    private static boolean takesMatter(RoleNoun noun) {
      return Set.of("minister", "ministry", "secretary").contains(noun.name());
    }

    /** "of mines and energy". */
    private boolean matter(int start) {
      int i = start;
      while (i < words.size() && words.follows(i) && isMatter(i)) {
        modifiers.add(modifier(i));
        i++;
        if (i + 1 < words.size() && words.get(i).key().equals("and") && isMatter(i + 1)) {
          i++;
        }
      }
      to = Math.max(to, i);
      return i > start;
    }

    private boolean isMatter(int i) {
      String key = words.get(i).key();
      Sighting name = beginningAt(i);
      boolean person = name instanceof OfName && LEXICON.isGivenName(key);
      return !person
          && !(name instanceof OfPlace)
          && (LEXICON.modifier(key) != null || words.get(i).capital() || !LEXICON.isCommon(key))
          && i - to < MOST_MODIFIERS + 1
          && LEXICON.role(key) == null;
    }

    OfRole result(RoleNoun noun) {
      Set<String> told = new LinkedHashSet<>(modifiers);
      told.removeIf(LEXICON::isIgnored);
      boolean bare = reference == Reference.DEFINITE && modifiers.isEmpty() && scope == null;
      int start = bare ? from - 1 : from;
      return new OfRole(start, to, noun, told, scope, reference);
    }
  }
}
