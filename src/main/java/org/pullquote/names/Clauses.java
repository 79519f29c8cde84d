package org.pullquote.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.PassageKind;

/**
 * Headline and captions state one event in several ways: "Kim Jong-un meets Russia's defence
 * minister", "Sergei Shoigu meets Kim Jong-un". Where two clauses have the same verb and share one
 * person, and of the other person one gives the role and one the name, both are one.
 */
final class Clauses {

  /** Whoever meets is met. */
  private static final Set<String> MUTUAL = Set.of("meet", "marry");

  private static final Map<String, String> IRREGULAR =
      Map.of(
          "met", "meet", "told", "tell", "beat", "beat", "won", "win", "saw", "see", "took", "take",
          "led", "lead", "spoke", "speak", "sued", "sue", "shook", "shake");

  private record Clause(Figure subject, String verb, Figure object, boolean display) {}

  private record Match(Figure unnamed, Figure named) {}

  private final List<Scene> scenes;

  Clauses(List<Scene> scenes) {
    this.scenes = scenes;
  }

  /** Merges the unnamed holders of roles with the people whom other clauses show them to be. */
  void merge() {
    List<Clause> clauses = new ArrayList<>();
    scenes.forEach(scene -> read(scene, clauses));
    Set<Match> matches = new LinkedHashSet<>();
    for (Clause a : clauses) {
      for (Clause b : clauses) {
        if (a.verb().equals(b.verb()) && (a.display() || b.display())) {
          match(a, b, matches);
        }
      }
    }
    for (Match match : List.copyOf(matches)) {
      boolean only =
          matches.stream()
              .allMatch(m ->
                  m.equals(match)
                      || (m.unnamed() != match.unnamed() && m.named() != match.named()));
      if (only && match.named().canBe(match.unnamed())) {
        match.named().take(match.unnamed());
      }
    }
  }

  private static void match(Clause a, Clause b, Set<Match> matches) {
    if (a.object() == b.object()) {
      match(a.subject(), b.subject(), matches);
    }
    if (a.subject() == b.subject()) {
      match(a.object(), b.object(), matches);
    }
    if (MUTUAL.contains(a.verb()) && a.subject() == b.object()) {
      match(a.object(), b.subject(), matches);
    }
    if (MUTUAL.contains(a.verb()) && a.object() == b.subject()) {
      match(a.subject(), b.object(), matches);
    }
  }

  private static void match(Figure a, Figure b, Set<Match> matches) {
    boolean holdsOffice =
        b.roles().stream().anyMatch(role -> role.noun().office() && role.ofCountry());
    if (!a.isNamed() && b.isNamed() && b.isPerson() && !holdsOffice) {
      matches.add(new Match(a, b));
    }
  }

  private static void read(Scene scene, List<Clause> clauses) {
    boolean display = scene.passage().kind() != PassageKind.PARAGRAPH;
    List<Sighting> people = scene.known().filter(s -> person(scene, s) != null).toList();
    for (Sighting subject : people) {
      int verb = subject.to();
      if (!scene.words().follows(verb) || scene.words().get(verb).capital()) {
        continue;
      }
      int object = scene.key(verb + 1).equals("with") ? verb + 2 : verb + 1;
      for (Sighting other : people) {
        Figure a = person(scene, subject);
        Figure b = person(scene, other);
        if (a != null
            && b != null
            && scene.start(other) == object
            && scene.words().follows(object)) {
          clauses.add(new Clause(a, stem(scene.key(verb)), b, display));
        }
      }
    }
  }

  private static @Nullable Figure person(Scene scene, Sighting sighting) {
    Figure figure = scene.who(sighting);
    boolean may = figure != null && (figure.isPerson() || figure.kind() == EntityKind.OTHER);
    return may ? figure : null;
  }

  private static String stem(String verb) {
    String base = IRREGULAR.get(verb);
    return base != null ? base : verb.replaceFirst("(?:ed|es|s|ing|e)$", "");
  }
}
