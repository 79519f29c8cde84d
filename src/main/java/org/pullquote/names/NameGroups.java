package org.pullquote.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pullquote.names.Sighting.OfName;
import org.pullquote.names.Sighting.OfPlace;
import org.pullquote.names.Sighting.OfRole;

/**
 * Puts the names of one person, place or organisation together: a surname with the one full name
 * that ends with it, a Korean family name with the one that begins with it, an acronym with its
 * organisation. A short name that may be of two is nobody's, unless only one of them had been
 * introduced when it was first used.
 */
final class NameGroups {

  private static final Lexicon LEXICON = Lexicon.ENGLISH;

  /** From this length on, names that sound the same are the same: "Zelensky", "Zelenskyy". */
  private static final int FEWEST_LETTERS_TO_SOUND = 6;

  private final List<Scene> scenes;
  private final Set<String> plain;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Figure> places = new HashMap<>();
  private final Map<String, Set<Gender>> genders = new HashMap<>();

  /**
   * @param plain the words that the article writes with a small letter somewhere
   */
  NameGroups(List<Scene> scenes, Set<String> plain) {
    this.scenes = scenes;
    this.plain = plain;
  }

  /** A name and all its sightings. */
  private static final class Group {
    final List<String> keys;
    final Figure figure;
    final Set<Figure> rivals = new LinkedHashSet<>();
    int firstInText = Integer.MAX_VALUE;
    int first = Integer.MAX_VALUE;
    boolean onlyAtStarts = true;
    boolean organisation;
    boolean person;
    boolean speaks;
    boolean titled;
    boolean the;
    @Nullable Gender gender;

    Group(List<String> keys) {
      this.keys = keys;
      this.figure = Figure.of(EntityKind.OTHER);
    }

    /** Where it stands first: in the paragraphs, or if it is not there, anywhere. */
    int introduced() {
      return firstInText < Integer.MAX_VALUE ? firstInText : first;
    }

    boolean single() {
      return keys.size() == 1;
    }
  }

  /** Tells each scene who its names and places are. */
  void assign() {
    collectPlaces();
    collectGenders();
    collectNames();
    dropWords();
    groups.values().forEach(this::describe);
    findFamilies();
    joinVariants();
    joinShortNames();
    joinAcronyms();
    groups.values().forEach(this::nameFigure);
    scenes.forEach(this::tell);
  }

  private void collectPlaces() {
    for (Scene scene : scenes) {
      for (OfPlace seen : scene.sightings(OfPlace.class)) {
        if (!seen.alias().beside()) {
          places.computeIfAbsent(
              seen.alias().place().name(), name -> Figure.of(seen.alias().place()));
        }
      }
    }
  }

  /** A name, or where "Mr Smith" and "Mrs Smith" stand in one article, that of one of them. */
  private String key(OfName seen) {
    boolean ofTwo = genders.getOrDefault(seen.key(), Set.of()).size() > 1;
    return ofTwo && seen.gender() != null ? seen.key() + " " + seen.gender() : seen.key();
  }

  private void collectGenders() {
    for (Scene scene : scenes) {
      for (OfName seen : scene.sightings(OfName.class)) {
        if (seen.titled() && seen.gender() != null) {
          genders.computeIfAbsent(seen.key(), key -> new HashSet<>()).add(seen.gender());
        }
      }
    }
  }

  private void collectNames() {
    int order = 0;
    for (Scene scene : scenes) {
      for (OfName seen : scene.sightings(OfName.class)) {
        order++;
        Group group = groups.computeIfAbsent(key(seen), key -> new Group(seen.keys()));
        group.first = Math.min(group.first, order);
        if (scene.isParagraph()) {
          group.firstInText = Math.min(group.firstInText, order);
        }
        group.onlyAtStarts &= scene.words().get(seen.from()).starts();
        group.organisation |= seen.organisation();
        group.titled |= seen.titled();
        group.speaks |= PronounLinks.isBesideSpeech(scene, seen);
        group.the |= scene.start(seen) < seen.from();
        group.person |= seen.titled() || isPerson(scene, seen);
        group.gender = seen.gender() != null ? seen.gender() : group.gender;
      }
    }
  }

  /** Whether what stands around a name shows that it is a person's. */
  private static boolean isPerson(Scene scene, OfName name) {
    for (OfRole role : scene.sightings(OfRole.class)) {
      if (role.noun().body() || !role.noun().points()) {
        continue;
      }
      boolean apposed = name.length() > 1 && scene.gap(name.to()).startsWith(",");
      boolean before =
          role.to() == name.from() && (apposed || !scene.gap(name.from()).contains(","));
      boolean after =
          scene.start(role) == name.to()
              && name.length() > 1
              && scene.gap(name.to()).equals(", ")
              && !scene.words().get(name.to() - 1).possessive();
      if (before || after) {
        return true;
      }
    }
    if (scene.gap(name.to()).equals(", ") && scene.key(name.to()).equals("who")) {
      // "Rovers, who were relegated," are several.
      return !name.organisation()
          && !Set.of("are", "were", "have").contains(scene.key(name.to() + 1));
    }
    return scene.gap(name.to()).equals(", ")
        && scene.key(name.to()).matches("[1-9]\\d")
        && scene.gap(name.to() + 1).startsWith(",");
  }

  /** Leaves out words that have their capital only from standing at a beginning. */
  private void dropWords() {
    Set<String> parts = new LinkedHashSet<>();
    groups.values().stream().filter(g -> !g.single()).forEach(g -> parts.addAll(g.keys));
    groups
        .values()
        .removeIf(group -> {
          String key = group.keys.getFirst();
          boolean word =
              (group.onlyAtStarts && !parts.contains(key) && !LEXICON.isGivenName(key))
                  || (plain.contains(key) && !parts.contains(key));
          return group.single() && !group.titled && !group.organisation && word;
        });
  }

  private void describe(Group group) {
    String first = group.keys.getFirst();
    boolean fromGivenName = !group.single() && LEXICON.isGivenName(first);
    boolean person =
        !group.organisation && (group.person || fromGivenName || LEXICON.isFamilyFirst(group.keys));
    group.person = person;
    if (group.gender == null && person && LEXICON.isGivenName(first)) {
      group.gender = givenGender(first);
    }
    Figure figure = group.figure;
    figure.setGender(group.gender);
    figure.become(
        group.organisation && (group.the || !group.single())
            ? EntityKind.ORGANISATION
            : person ? EntityKind.PERSON : EntityKind.OTHER);
  }

  /**
   * Who has the surname of a person and is elsewhere called by another name alone is one: "Michal
   * Wozniak, 36," and "Agata Wozniak", "Agata". "The Dow Jones" is nobody.
   */
  private void findFamilies() {
    Set<String> surnames =
        groups.values().stream()
            .filter(group -> group.person && !group.single())
            .map(group -> group.keys.getLast())
            .collect(Collectors.toSet());
    groups.values().stream()
        .filter(group -> group.keys.size() == 2 && !group.person && !group.organisation)
        .filter(group -> !group.the && groups.containsKey(group.keys.getFirst()))
        .filter(group -> surnames.contains(group.keys.getLast()))
        .filter(group -> group.keys.stream().noneMatch(NameGroups::isOther))
        .forEach(group -> {
          group.person = true;
          group.figure.become(EntityKind.PERSON);
        });
  }

  /** Whether a word is known to be something else than a person's name: "New", "London". */
  private static boolean isOther(String key) {
    return LEXICON.isCommon(key) || Gazetteer.WORLD.alias(key) != null;
  }

  private static @Nullable Gender givenGender(String key) {
    return LEXICON.gender(Words.of(key).get(0));
  }

  /** "Donald J. Trump" and "Donald Trump"; two spellings of one full name. */
  private void joinVariants() {
    List<Group> full = groups.values().stream().filter(g -> !g.single()).toList();
    for (Group longer : full) {
      List<Group> shorter = full.stream().filter(g -> g != longer && isVariant(g, longer)).toList();
      for (Group group : shorter) {
        boolean suffixElsewhere =
            full.stream().anyMatch(g -> g != group && g != longer && endsWith(g.keys, group.keys));
        if (!suffixElsewhere && longer.organisation == group.organisation) {
          join(longer.figure.top(), group);
        }
      }
    }
  }

  private static boolean isVariant(Group a, Group b) {
    if (a.keys.size() == b.keys.size()) {
      return a.first > b.first && sounds(a.keys).equals(sounds(b.keys));
    }
    return a.keys.size() < b.keys.size()
        && a.keys.getFirst().equals(b.keys.getFirst())
        && a.keys.getLast().equals(b.keys.getLast())
        && b.keys.containsAll(a.keys)
        && !b.organisation;
  }

  private static List<String> sounds(List<String> keys) {
    return keys.stream().map(Folding::sound).toList();
  }

  private static boolean endsWith(List<String> keys, List<String> end) {
    return keys.size() > end.size()
        && keys.subList(keys.size() - end.size(), keys.size()).equals(end);
  }

  private void joinShortNames() {
    List<Group> byLength =
        groups.values().stream()
            .sorted(Comparator.comparingInt((Group g) -> g.keys.size()).reversed())
            .toList();
    for (Group group : byLength) {
      if (!group.organisation && !(group.single() && isPlainWord(group))) {
        joinShortName(group, byLength);
      }
    }
  }

  private boolean isPlainWord(Group group) {
    return !group.titled && plain.contains(group.keys.getFirst());
  }

  private void joinShortName(Group group, Collection<Group> all) {
    List<Group> owners = owners(group, all);
    if (!isLikely(group, owners)) {
      return;
    }
    Set<Figure> figures =
        owners.stream()
            .map(g -> g.figure.top())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Figure owner = figures.size() == 1 ? figures.iterator().next() : introduced(group, owners);
    group.rivals.addAll(figures);
    if (owner != null) {
      boolean person = group.person || group.speaks || isAnyPerson(owners);
      join(owner, group);
      owner.become(person ? EntityKind.PERSON : owner.kind());
      group.rivals.remove(owner);
    }
  }

  /** The full names that a short one may stand for. */
  private static List<Group> owners(Group group, Collection<Group> all) {
    List<Group> full =
        all.stream()
            .filter(g -> g != group && g.keys.size() > group.keys.size() && !g.organisation)
            .filter(g -> Gender.agree(g.gender, group.gender))
            .toList();
    List<Group> owners = full.stream().filter(g -> isSurnameOf(group, g)).toList();
    return owners.isEmpty() && group.single()
        ? full.stream().filter(g -> isGivenNameOf(group, g)).toList()
        : owners;
  }

  private static boolean isAnyPerson(List<Group> groups) {
    return groups.stream().anyMatch(g -> g.person);
  }

  /**
   * Whether a short name is one of its longer ones. Where nothing shows a person, it must come
   * later and be more than one word or speak: "Strava" is not "Camp Strava", and "Labour" not "New
   * Labour".
   */
  private static boolean isLikely(Group group, List<Group> owners) {
    if (isAnyPerson(owners)) {
      return true;
    }
    boolean later = owners.stream().noneMatch(g -> g.first > group.first);
    return !isGivenName(group) && (group.person || (later && (group.speaks || !group.single())));
  }

  private static boolean isGivenName(Group group) {
    return group.single() && !group.titled && LEXICON.isGivenName(group.keys.getFirst());
  }

  private static boolean isSurnameOf(Group group, Group full) {
    if (endsWith(full.keys, group.keys)) {
      return true;
    }
    String key = group.keys.getFirst();
    if (!group.single()) {
      return false;
    }
    String surname = full.keys.getLast();
    return (LEXICON.isFamilyFirst(full.keys) && full.keys.getFirst().equals(key))
        || (surname.length() >= FEWEST_LETTERS_TO_SOUND
            && Folding.sound(surname).equals(Folding.sound(key)));
  }

  private static boolean isGivenNameOf(Group group, Group full) {
    return full.person && !group.titled && full.keys.getFirst().equals(group.keys.getFirst());
  }

  /** Who alone had been introduced by the full name when the short one was first used. */
  private static @Nullable Figure introduced(Group group, List<Group> owners) {
    Set<Figure> before =
        owners.stream()
            .filter(owner -> owner.introduced() < group.introduced())
            .map(owner -> owner.figure.top())
            .collect(Collectors.toSet());
    return before.size() == 1 ? before.iterator().next() : null;
  }

  private static void join(Figure figure, Group group) {
    if (group.figure.top() != figure) {
      figure.take(group.figure.top());
    }
  }

  /** "International Court of Justice (ICJ)"; elsewhere, initials that only one name has. */
  private void joinAcronyms() {
    Map<String, Set<Figure>> initials = new HashMap<>();
    for (Group group : groups.values()) {
      if (group.organisation && group.keys.size() > 1) {
        initials
            .computeIfAbsent(initials(group.keys), k -> new LinkedHashSet<>())
            .add(group.figure);
      }
    }
    initials.forEach((letters, figures) -> {
      Group acronym = groups.get(letters);
      if (letters.length() > 2 && figures.size() == 1 && acronym != null) {
        join(figures.iterator().next().top(), acronym);
      }
    });
    scenes.forEach(this::joinBracketed);
  }

  private static String initials(List<String> keys) {
    return keys.stream()
        .filter(key -> !Set.of("of", "the", "and", "for", "on").contains(key))
        .map(key -> key.substring(0, 1))
        .collect(Collectors.joining());
  }

  private void joinBracketed(Scene scene) {
    for (OfName name : scene.sightings(OfName.class)) {
      boolean bracketed =
          scene.gap(name.to()).equals(" (") && scene.gap(name.to() + 1).startsWith(")");
      Group full = groups.get(name.key());
      Group acronym = groups.get(scene.key(name.to()));
      if (bracketed && full != null && acronym != null && isOrganised(full, acronym)) {
        full.figure.top().become(EntityKind.ORGANISATION);
        join(full.figure.top(), acronym);
      }
    }
  }

  private static boolean isOrganised(Group full, Group acronym) {
    return acronym.organisation && !full.single() && !full.person;
  }

  private void nameFigure(Group group) {
    boolean orphan = !group.rivals.isEmpty() && group.figure.top() == group.figure;
    if (!orphan) {
      group.figure.top().addName(group.keys);
    }
  }

  private void tell(Scene scene) {
    for (OfPlace seen : scene.sightings(OfPlace.class)) {
      Figure figure = places.get(seen.alias().place().name());
      if (figure != null) {
        scene.set(seen, figure);
      }
    }
    if (scene.titleCase()) {
      scene.addNames(knownNames(scene));
    }
    Set<Figure> full = fullyNamed(scene);
    for (OfName seen : scene.sightings(OfName.class)) {
      Group group = groups.get(key(seen));
      if (group == null) {
        scene.drop(seen);
      } else if (isSure(group, full)) {
        scene.set(seen, group.figure);
      }
    }
  }

  private Set<Figure> fullyNamed(Scene scene) {
    Set<Figure> figures = new LinkedHashSet<>();
    for (OfName seen : scene.sightings(OfName.class)) {
      Group group = groups.get(key(seen));
      if (group != null && !group.single()) {
        figures.add(group.figure.top());
      }
    }
    return figures;
  }

  private static boolean isSure(Group group, Set<Figure> fullyNamedHere) {
    boolean owned = group.figure.top() != group.figure;
    return group.rivals.isEmpty()
        || (owned
            && group.rivals.stream().noneMatch(rival -> fullyNamedHere.contains(rival.top())));
  }

  /** In a text where every word has a capital, the names that stand elsewhere. */
  private List<OfName> knownNames(Scene scene) {
    Words words = scene.words();
    List<OfName> names = new ArrayList<>();
    int longest = groups.values().stream().mapToInt(g -> g.keys.size()).max().orElse(0);
    int i = 0;
    while (i < words.size()) {
      int length = knownLength(scene, i, longest);
      if (length > 0) {
        List<String> keys = words.tokens().subList(i, i + length).stream().map(Token::key).toList();
        names.add(new OfName(i, i + length, keys, null, false, false));
      }
      i += Math.max(1, length);
    }
    return names;
  }

  private int knownLength(Scene scene, int from, int longest) {
    Words words = scene.words();
    for (int n = Math.min(longest, words.size() - from); n > 0; n--) {
      int end = from + n;
      boolean taken =
          scene.sightings().stream()
              .filter(s -> !(s instanceof OfRole))
              .anyMatch(s -> s.from() < end && from < s.to());
      if (!taken && words.get(from).capital() && groups.containsKey(words.key(from, end))) {
        return n;
      }
    }
    return 0;
  }
}
