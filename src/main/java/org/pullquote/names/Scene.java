package org.pullquote.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.names.Sighting.OfName;
import org.pullquote.names.Sighting.OfRole;

/** A passage with what is sighted in it, and who that is as far as it is known. */
final class Scene {

  private static final Comparator<Sighting> IN_ORDER =
      Comparator.comparingInt(Sighting::from)
          .thenComparing(Comparator.comparingInt(Sighting::to).reversed());

  private final Passage passage;
  private final Words words;
  private final boolean titleCase;
  private final List<Sighting> sightings = new ArrayList<>();
  private final Map<Sighting, Figure> who = new HashMap<>();

  Scene(Passage passage) {
    this.passage = passage;
    this.words = Words.of(passage.text(), passage.sentences());
    this.titleCase = words.titleCase(Lexicon.ENGLISH);
  }

  /** Finds names and roles. */
  void sight(Set<String> plainWords) {
    sightings.addAll(new NameFinder(words, plainWords).find());
    findRoles();
  }

  private void findRoles() {
    sightings.removeIf(OfRole.class::isInstance);
    sightings.addAll(new RoleFinder(words, List.copyOf(sightings)).find());
    sightings.sort(IN_ORDER);
  }

  void add(Sighting sighting) {
    sightings.add(sighting);
    sightings.sort(IN_ORDER);
  }

  void drop(Sighting sighting) {
    sightings.remove(sighting);
  }

  /** Adds names that capitals alone did not show, and reads the roles again. */
  void addNames(List<OfName> names) {
    sightings.addAll(names);
    sightings.sort(IN_ORDER);
    findRoles();
  }

  Passage passage() {
    return passage;
  }

  boolean isParagraph() {
    return passage.kind() == PassageKind.PARAGRAPH;
  }

  Words words() {
    return words;
  }

  boolean titleCase() {
    return titleCase;
  }

  /** All in order, a longer one before those within it. */
  List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  <S extends Sighting> List<S> sightings(Class<S> type) {
    return sightings.stream().filter(type::isInstance).map(type::cast).toList();
  }

  void set(Sighting sighting, Figure figure) {
    who.put(sighting, figure);
  }

  void forget(Sighting sighting) {
    who.remove(sighting);
  }

  /** Who that is, or null where it is not known. */
  @Nullable Figure who(@Nullable Sighting sighting) {
    Figure figure = sighting == null ? null : who.get(sighting);
    return figure == null ? null : figure.top();
  }

  /** Those whose entity is known, in order. */
  Stream<Sighting> known() {
    return sightings.stream().filter(who::containsKey);
  }

  /** The first word that belongs to a sighting, with its article: "the" before "president". */
  int start(Sighting sighting) {
    int before = sighting.from() - 1;
    boolean article =
        before >= 0
            && words.get(before + 1).joined()
            && Set.of("the", "a", "an").contains(words.get(before).key());
    return article ? before : sighting.from();
  }

  /** What stands between a word and the one before; a full stop past the last one. */
  String gap(int i) {
    return i < words.size() ? words.get(i).gap() : ".";
  }

  /** The key of a word, or nothing past either end. */
  String key(int i) {
    return i >= 0 && i < words.size() ? words.get(i).key() : "";
  }
}
