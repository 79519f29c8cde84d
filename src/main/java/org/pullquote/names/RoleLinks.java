package org.pullquote.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pullquote.names.Sighting.OfName;
import org.pullquote.names.Sighting.OfRole;
import org.pullquote.names.Sighting.Reference;

/**
 * Finds who holds the roles of an article: by a name beside them, by the role itself where one
 * alone can hold it, by a caption that says of a name what the headline says of a role.
 */
final class RoleLinks {

  /** After these, a comma ends a clause, and what follows is the subject and no apposition. */
  private static final Set<String> SUBORDINATE =
      Set.of(
          "after",
          "before",
          "when",
          "while",
          "in",
          "with",
          "during",
          "following",
          "speaking",
          "as",
          "since",
          "despite",
          "like",
          "unlike",
          "although",
          "though",
          "if",
          "because",
          "at",
          "on",
          "by",
          "for",
          "from",
          "under",
          "alongside",
          "meeting",
          "besides",
          "without",
          "until",
          "once");

  /** What follows an apposition that no comma ends. */
  private static final Set<String> AFTER_APPOSITION =
      Set.of(
          "who",
          "whose",
          "of",
          "in",
          "for",
          "at",
          "with",
          "since",
          "charged",
          "responsible",
          "from",
          "on",
          "based");

  private static final Set<String> PREPOSITIONS = Set.of("for", "of", "at", "in", "on", "to");

  /** The most words that stand between a role and the comma before the name. */
  private static final int MOST_DESCRIBING = 8;

  private static final Set<String> COPULAS = Set.of("is", "was", "became", "remains", "remained");
  private static final Set<String> NAMINGS =
      Set.of("named", "appointed", "elected", "sworn", "made");
  private static final Set<String> RELATIVE = Set.of("counterpart", "predecessor", "successor");

  private final List<Scene> scenes;
  private final Set<Figure> everybody;

  RoleLinks(List<Scene> scenes) {
    this.scenes = scenes;
    this.everybody = figures(scenes);
  }

  private List<Figure> everybody() {
    return everybody.stream().filter(figure -> figure.top() == figure).toList();
  }

  void assign() {
    eachRole(this::attachBeside);
    eachRole(this::linkScoped);
    new Clauses(scenes).merge();
    nameCounterparts();
    eachRole(this::linkCounterpart);
    eachRole(this::linkDefinite);
  }

  private interface Step {
    void take(Scene scene, OfRole role);
  }

  private void eachRole(Step step) {
    for (Scene scene : scenes) {
      for (OfRole role : scene.sightings(OfRole.class)) {
        if (scene.who(role) == null) {
          step.take(scene, role);
        }
      }
    }
  }

  private static Role role(Scene scene, OfRole sighting) {
    return new Role(sighting.noun(), sighting.modifiers(), scene.who(sighting.scope()));
  }

  private void attachBeside(Scene scene, OfRole role) {
    if (role.noun().body()) {
      return;
    }
    Figure next = title(scene, role);
    Figure before = next == null ? appositionTo(scene, role) : null;
    Figure after = next == null ? namedAfter(scene, role) : null;
    Figure holder = next;
    if (holder == null && (before == null || after == null)) {
      holder = before != null ? before : after != null ? after : copula(scene, role);
    }
    if (holder != null && holder != scene.who(role.scope())) {
      attach(scene, role, holder);
    }
  }

  private static void attach(Scene scene, OfRole sighting, Figure holder) {
    Role role = role(scene, sighting);
    boolean tells = sighting.noun().points() || sighting.reference() != Reference.DEFINITE;
    if (!tells || (!holder.isPerson() && !sighting.noun().points())) {
      return;
    }
    holder.become(EntityKind.PERSON);
    if (holder.canHave(role)) {
      holder.add(role);
      scene.set(sighting, holder);
    }
  }

  /** Names of people, or of what may be people. */
  private static @Nullable Figure person(Scene scene, Sighting sighting) {
    Figure figure = scene.who(sighting);
    boolean possible =
        figure != null
            && figure.place() == null
            && figure.kind() != EntityKind.ORGANISATION
            && sighting instanceof OfName;
    return possible ? figure : null;
  }

  private static @Nullable Figure find(Scene scene, Predicate<OfName> where) {
    return scene.sightings(OfName.class).stream()
        .filter(where)
        .map(name -> person(scene, name))
        .filter(figure -> figure != null)
        .findFirst()
        .orElse(null);
  }

  /** "Russian President Vladimir Putin". */
  private static @Nullable Figure title(Scene scene, OfRole role) {
    boolean beside = scene.words().follows(role.to()) || scene.gap(role.to()).equals(". ");
    return beside ? find(scene, name -> name.from() == role.to()) : null;
  }

  /** "Yoon Suk Yeol, the South Korean president,". */
  private static @Nullable Figure appositionTo(Scene scene, OfRole role) {
    int start = scene.start(role);
    boolean afterAge =
        scene.gap(start).equals(", ")
            && scene.key(start - 1).matches("[1-9]\\d")
            && scene.gap(start - 1).equals(", ");
    int end = afterAge ? start - 1 : start;
    if (!scene.gap(end).equals(", ")
        || possessive(scene, role)
        || !endsApposition(scene, role.to())
        || (!afterAge && inSubordinate(scene, start))) {
      return null;
    }
    return find(scene, name -> name.to() == end && !possessive(scene, name));
  }

  private static boolean possessive(Scene scene, Sighting sighting) {
    return scene.words().get(sighting.to() - 1).possessive();
  }

  private static boolean endsApposition(Scene scene, int i) {
    String gap = scene.gap(i);
    if (gap.startsWith(",")) {
      return !Set.of("and", "or").contains(scene.key(i));
    }
    return (!gap.isBlank() && !gap.startsWith("-")) || AFTER_APPOSITION.contains(scene.key(i));
  }

  /** Whether the comma before a word is the first of a sentence that begins with "After" or so. */
  private static boolean inSubordinate(Scene scene, int i) {
    Words words = scene.words();
    int first = i;
    while (first > 0
        && words.get(first - 1).sentence() == words.get(i).sentence()
        && (first == i || !words.get(first).gap().startsWith(","))) {
      first--;
    }
    return SUBORDINATE.contains(words.get(first).key());
  }

  /** "the South Korean president, Yoon Suk Yeol,". */
  private static @Nullable Figure namedAfter(Scene scene, OfRole role) {
    int end = possessive(scene, role) ? 0 : describedTo(scene, role.to());
    if (end == 0) {
      return null;
    }
    int start = afterTitle(scene, end);
    return find(
        scene,
        name ->
            name.from() == start
                && !possessive(scene, name)
                && !scene.gap(name.to()).isBlank()
                && !scene.gap(name.to()).startsWith("-")
                && endsApposition(scene, name.to()));
  }

  /** The comma behind a role and what belongs to it ("for legal affairs"), or 0. */
  private static int describedTo(Scene scene, int from) {
    int i = from;
    boolean described = PREPOSITIONS.contains(scene.key(i)) && scene.words().follows(i);
    while (described && i < from + MOST_DESCRIBING && scene.words().follows(i)) {
      i++;
    }
    return scene.gap(i).equals(", ") ? i : 0;
  }

  /** Behind a title that stands there with a name: "Rear Admiral". */
  private static int afterTitle(Scene scene, int from) {
    return scene.sightings(OfRole.class).stream()
        .filter(title -> title.from() == from && scene.words().follows(title.to()))
        .map(OfRole::to)
        .findFirst()
        .orElse(from);
  }

  /** "Sinwar was named the new leader of Hamas". */
  private static @Nullable Figure copula(Scene scene, OfRole role) {
    boolean points =
        role.reference() == Reference.SCOPED || scene.key(scene.start(role)).equals("the");
    int i = role.from() - (scene.start(role) < role.from() ? 2 : 1);
    if (!points || i < 1) {
      return null;
    }
    boolean named = NAMINGS.contains(scene.key(i)) || scene.key(i).equals("as");
    if (scene.key(i).equals("as")) {
      i--;
      named = NAMINGS.contains(scene.key(i));
    }
    if (named && Set.of("was", "been", "is").contains(scene.key(i - 1))) {
      i = scene.key(i - 1).equals("been") ? i - 2 : i - 1;
    } else if (named || !COPULAS.contains(scene.key(i))) {
      return null;
    }
    int end = i;
    return find(scene, name -> name.to() == end && !possessive(scene, name));
  }

  private void linkScoped(Scene scene, OfRole sighting) {
    if (sighting.reference() != Reference.SCOPED || RELATIVE.contains(sighting.noun().name())) {
      return;
    }
    Role role = role(scene, sighting);
    if (role.scope() == null) {
      return;
    }
    List<Figure> holders = holders(everybody(), role);
    if (holders.size() == 1) {
      scene.set(sighting, holders.getFirst());
    } else if (holders.isEmpty() && sighting.noun().office()) {
      scene.set(sighting, unnamed(role));
    }
  }

  private Figure unnamed(Role role) {
    Figure figure = Figure.of(role.noun().body() ? EntityKind.ORGANISATION : EntityKind.PERSON);
    figure.add(role);
    everybody.add(figure);
    return figure;
  }

  /** Those of whom some have a role that the words can mean. */
  static List<Figure> holders(Collection<Figure> figures, Role role) {
    return figures.stream()
        .filter(figure -> figure.roles().stream().anyMatch(role::canMean))
        .toList();
  }

  /** Everybody and everything known in some scenes. */
  static Set<Figure> figures(Collection<Scene> scenes) {
    Set<Figure> figures = new LinkedHashSet<>();
    for (Scene scene : scenes) {
      scene.known().forEach(sighting -> addTo(figures, scene.who(sighting)));
    }
    return figures;
  }

  private static void addTo(Set<Figure> figures, @Nullable Figure figure) {
    if (figure != null) {
      figures.add(figure);
    }
  }

  /** "his North Korean counterpart": the role of the one person that the sentence speaks of. */
  private void linkCounterpart(Scene scene, OfRole sighting) {
    if (sighting.noun().name().equals("counterpart")) {
      counterpart(scene, sighting, null);
    }
  }

  private void counterpart(Scene scene, OfRole sighting, @Nullable Figure holder) {
    Figure scope = scene.who(sighting.scope());
    List<Role> owned = officeOfOwner(scene, sighting, holder);
    if (scope == null || owned.size() != 1) {
      return;
    }
    Role role = new Role(owned.getFirst().noun(), owned.getFirst().modifiers(), scope);
    List<Figure> holders = holders(everybody(), role);
    if (holder == null) {
      scene.set(sighting, holders.size() == 1 ? holders.getFirst() : unnamed(role));
    } else if (holder.canHave(role)) {
      holder.add(role);
      holders.stream().filter(holder::canBe).forEach(holder::take);
    }
  }

  private static List<Role> officeOfOwner(Scene scene, OfRole sighting, @Nullable Figure holder) {
    Set<Figure> owners = new LinkedHashSet<>();
    int sentence = scene.words().get(sighting.from()).sentence();
    scene
        .known()
        .filter(s -> s.to() <= sighting.from())
        .filter(s -> scene.words().get(s.from()).sentence() == sentence)
        .map(scene::who)
        .filter(figure -> figure != null && figure.isPerson() && figure != holder)
        .forEach(figure -> addTo(owners, figure));
    if (owners.size() != 1) {
      return List.of();
    }
    return owners.iterator().next().roles().stream()
        .filter(role -> role.noun().office() && role.ofCountry())
        .collect(
            Collectors.collectingAndThen(
                Collectors.toMap(Role::noun, r -> r, (a, b) -> more(a, b)),
                byNoun -> List.copyOf(byNoun.values())));
  }

  private static Role more(Role a, Role b) {
    return a.modifiers().size() >= b.modifiers().size() ? a : b;
  }

  /** Gives the counterparts that have a name the role that they are the counterpart in. */
  private void nameCounterparts() {
    for (Scene scene : scenes) {
      for (OfRole role : scene.sightings(OfRole.class)) {
        Figure holder = scene.who(role);
        if (role.noun().name().equals("counterpart") && holder != null && holder.isNamed()) {
          counterpart(scene, role, holder);
        }
      }
    }
  }

  /** "the priest", where there is one; else the one whom this passage spoke of before. */
  private void linkDefinite(Scene scene, OfRole sighting) {
    boolean points = sighting.reference() == Reference.DEFINITE && sighting.noun().points();
    if (!points || isTitle(scene, sighting)) {
      return;
    }
    Role role = role(scene, sighting);
    List<Figure> here = possible(figuresBefore(scene, sighting), role);
    List<Figure> all = possible(near(scene, sighting), role);
    Figure holder = all.size() == 1 ? all.getFirst() : here.size() == 1 ? here.getFirst() : null;
    if (holder != null && holder.canHave(role) && isIntroduced(holder, scene, sighting)) {
      scene.set(sighting, holder);
    }
  }

  /** Whether a name stands behind that nothing is known of: "the director John Ford". */
  private static boolean isTitle(Scene scene, OfRole role) {
    return scene.words().follows(role.to()) && scene.words().get(role.to()).capital();
  }

  /** An office points through the whole article, other nouns only to their neighbourhood. */
  private Collection<Figure> near(Scene scene, OfRole sighting) {
    if (sighting.noun().office() || sighting.noun().body()) {
      return everybody();
    }
    int at = scenes.indexOf(scene);
    return figures(scenes.subList(Math.max(0, at - 2), at + 1));
  }

  /** Those whom the words of a role can mean, by their roles or, of a body, by its name. */
  static List<Figure> possible(Collection<Figure> figures, Role role) {
    Set<Figure> possible = new LinkedHashSet<>(holders(figures, role));
    if (role.noun().body()) {
      figures.stream().filter(figure -> isCalled(figure, role)).forEach(possible::add);
    }
    return List.copyOf(possible);
  }

  /** Whether an organisation's name has that noun for its head: "the court". */
  private static boolean isCalled(Figure figure, Role role) {
    String noun = role.noun().name();
    if (figure.kind() != EntityKind.ORGANISATION || noun.contains(" ")) {
      return false;
    }
    List<List<String>> names = new ArrayList<>(figure.nameKeys());
    Place place = figure.place();
    if (place != null) {
      place.names().forEach(name -> names.add(List.of(Folding.key(name).split(" "))));
    }
    return names.stream()
        .anyMatch(keys -> noun.equals(head(keys)) && keys.containsAll(role.modifiers()));
  }

  private static String head(List<String> keys) {
    return IntStream.range(1, keys.size())
        .filter(i -> Set.of("of", "for", "on").contains(keys.get(i)))
        .mapToObj(i -> keys.get(i - 1))
        .findFirst()
        .orElse(keys.getLast());
  }

  private static Set<Figure> figuresBefore(Scene scene, OfRole sighting) {
    Set<Figure> before = new LinkedHashSet<>();
    scene.known().filter(s -> s.to() <= sighting.from()).forEach(s -> addTo(before, scene.who(s)));
    return before;
  }

  /** Whether somebody is mentioned before: "the group" is none that the text names later. */
  private boolean isIntroduced(Figure figure, Scene scene, OfRole sighting) {
    return figuresBefore(scene, sighting).contains(figure)
        || figures(scenes.subList(0, scenes.indexOf(scene))).contains(figure);
  }
}
