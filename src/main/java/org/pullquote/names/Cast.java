package org.pullquote.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.pullquote.article.Article;
import org.pullquote.names.Sighting.OfName;
import org.pullquote.names.Sighting.OfPronoun;
import org.pullquote.names.Sighting.OfRole;
import org.pullquote.names.Sighting.Reference;

/** The figures of an article and the entities that they come to. Immutable once built. */
final class Cast {

  private final List<Scene> scenes = new ArrayList<>();
  private final Set<String> vocabulary = new HashSet<>();
  private final Map<Figure, Entity> entities = new HashMap<>();
  private final List<Figure> figures;
  private final Set<String> plain;

  Cast(Article article, List<? extends Collection<String>> editorAliases) {
    article.passages().forEach(passage -> scenes.add(new Scene(passage)));
    plain = plainWords();
    scenes.forEach(scene -> scene.sight(plain));
    new NameGroups(scenes, plain).assign();
    new RoleLinks(scenes).assign();
    editorAliases.forEach(this::join);
    new PronounLinks(scenes).assign();
    figures = List.copyOf(RoleLinks.figures(scenes));
    figures.forEach(figure -> entities.put(figure, describe(figure)));
  }

  List<Scene> scenes() {
    return scenes;
  }

  /** In order of first mention. */
  List<Figure> figures() {
    return figures;
  }

  /** Every word of the article. */
  Set<String> vocabulary() {
    return vocabulary;
  }

  /** Whether the article writes a word with a small letter somewhere. */
  boolean isPlainWord(String key) {
    return plain.contains(key);
  }

  Entity entity(Figure figure) {
    return Objects.requireNonNull(entities.get(figure), "not of this article");
  }

  private Set<String> plainWords() {
    Set<String> words = new HashSet<>();
    for (Scene scene : scenes) {
      for (Token token : scene.words().tokens()) {
        vocabulary.add(token.key());
        if (!token.capital() && !token.hyphened()) {
          words.add(token.key());
        }
      }
    }
    return words;
  }

  /** Makes one of all whom an editor's names mean. */
  private void join(Collection<String> all) {
    List<String> names = all.stream().filter(name -> !key(name).isEmpty()).toList();
    Set<String> keys =
        names.stream().map(Cast::key).collect(Collectors.toCollection(LinkedHashSet::new));
    List<Figure> meant =
        RoleLinks.figures(scenes).stream()
            .filter(figure -> surfaces(figure).stream().anyMatch(name -> keys.contains(key(name))))
            .toList();
    if (meant.isEmpty()) {
      return;
    }
    Figure first =
        meant.stream()
            .filter(figure -> figure.place() != null)
            .findFirst()
            .or(() -> meant.stream().filter(Figure::isNamed).findFirst())
            .orElse(meant.getFirst());
    meant.forEach(first::take);
    first.aliases().addAll(names);
  }

  static String key(String name) {
    Words words = Words.of(name);
    int from = words.size() > 1 && words.get(0).key().equals("the") ? 1 : 0;
    return words.size() == 0 ? "" : words.key(from, words.size());
  }

  private Entity describe(Figure figure) {
    Set<String> names = new LinkedHashSet<>();
    Place place = figure.place();
    Set<String> surfaces = surfaces(figure);
    names.add(place != null ? place.name() : fullest(figure, surfaces));
    names.addAll(surfaces);
    names.addAll(figure.aliases());
    if (place != null) {
      names.addAll(place.names());
    }
    return new Entity(
        names.iterator().next(), figure.kind(), names, place != null ? place.related() : Set.of());
  }

  /** The longest name without a title, as the text prefers to spell it; else the first role. */
  private String fullest(Figure figure, Set<String> surfaces) {
    String best = "";
    int most = 0;
    for (Scene scene : scenes) {
      for (OfName seen : scene.sightings(OfName.class)) {
        boolean better = seen.keys().size() > most;
        if (scene.who(seen) == figure && better && !scene.titleCase()) {
          most = seen.keys().size();
          int from = most == 1 ? seen.from() : seen.to() - most;
          best = surface(scene, from, seen.to());
        }
      }
    }
    return best.isEmpty() ? surfaces.iterator().next() : best;
  }

  /** How the article writes names and roles of somebody. */
  private Set<String> surfaces(Figure figure) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> roles = new LinkedHashSet<>();
    for (Scene scene : scenes) {
      scene
          .known()
          .filter(sighting -> scene.who(sighting) == figure && isName(sighting))
          .forEach(sighting ->
              (sighting instanceof OfRole ? roles : names)
                  .add(surface(scene, sighting.from(), sighting.to())));
    }
    names.addAll(roles);
    return names;
  }

  /** Whether words say who it is: not "he", and not the title in "President Zuma" alone. */
  private static boolean isName(Sighting sighting) {
    return switch (sighting) {
      case OfPronoun pronoun -> false;
      case OfRole role ->
          role.reference() == Reference.DEFINITE
              || role.scope() != null
              || !role.modifiers().isEmpty();
      default -> true;
    };
  }

  private static String surface(Scene scene, int from, int to) {
    return scene.words().span(from, to).in(scene.words().text()).replace('\u00a0', ' ');
  }
}
