package org.pullquote.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pullquote.names.Sighting.OfName;
import org.pullquote.names.Sighting.OfPronoun;
import org.pullquote.names.Sighting.OfRole;

/**
 * Finds whom "he" and "she" mean, where it is sure: the one person that the sentence, or the one
 * before it, speaks of; or behind a quotation, the one who has just been speaking. What stands in
 * quotation marks is left alone: there, others speak of others.
 */
final class PronounLinks {

  private static final Map<String, Gender> PRONOUNS =
      Map.of(
          "he",
          Gender.MAN,
          "him",
          Gender.MAN,
          "his",
          Gender.MAN,
          "himself",
          Gender.MAN,
          "she",
          Gender.WOMAN,
          "her",
          Gender.WOMAN,
          "hers",
          Gender.WOMAN,
          "herself",
          Gender.WOMAN);

  private static final Set<String> SPEECH =
      Set.of(
          "said",
          "says",
          "told",
          "tells",
          "added",
          "adds",
          "wrote",
          "writes",
          "stated",
          "argued",
          "argues",
          "explained",
          "explains",
          "warned",
          "warns",
          "claimed",
          "claims",
          "noted",
          "notes",
          "stressed",
          "insisted",
          "tweeted",
          "posted",
          "replied",
          "announced",
          "concluded",
          "declared",
          "recalled",
          "admitted",
          "asked",
          "continued",
          "lamented",
          "suggested",
          "saying");

  /** Verbs behind which it says to whom. */
  private static final Set<String> ADDRESSED = Set.of("told", "tells", "asked", "warned", "warns");

  /**
   * The people of some sentence.
   *
   * @param others whether somebody is there of whom nothing is known
   */
  private record People(Set<Figure> known, boolean others) {
    boolean none() {
      return known.isEmpty() && !others;
    }
  }

  private record Vote(Scene scene, OfPronoun pronoun, Figure figure) {}

  private final List<Scene> scenes;
  private final List<Vote> votes = new ArrayList<>();

  /** Of whom a pronoun is; null where it is none of one person. */
  static @Nullable Gender gender(String pronoun) {
    return PRONOUNS.get(Folding.key(pronoun));
  }

  PronounLinks(List<Scene> scenes) {
    this.scenes = scenes;
  }

  void assign() {
    for (int i = 0; i < scenes.size(); i++) {
      assign(i);
    }
    Map<Figure, Set<Gender>> genders = new HashMap<>();
    for (Vote vote : votes) {
      genders
          .computeIfAbsent(vote.figure(), f -> new LinkedHashSet<>())
          .add(vote.pronoun().gender());
    }
    for (Vote vote : votes) {
      if (genders.getOrDefault(vote.figure(), Set.of()).size() > 1) {
        vote.scene().forget(vote.pronoun());
      } else {
        vote.figure().setGender(vote.pronoun().gender());
        // Whom "he said" means is a person, whatever the name looks like.
        vote.figure().become(EntityKind.PERSON);
      }
    }
  }

  private void assign(int number) {
    Scene scene = scenes.get(number);
    for (int i = 0; i < scene.words().size(); i++) {
      Token token = scene.words().get(i);
      Gender gender = PRONOUNS.get(token.key());
      if (gender != null && !token.quoted()) {
        Figure figure = resolve(number, i, gender);
        if (figure != null) {
          OfPronoun pronoun = new OfPronoun(i, i + 1, gender);
          scene.add(pronoun);
          scene.set(pronoun, figure);
          votes.add(new Vote(scene, pronoun, figure));
        }
      }
    }
  }

  private @Nullable Figure resolve(int number, int at, Gender gender) {
    Scene scene = scenes.get(number);
    int sentence = scene.words().get(at).sentence();
    People before = people(scene, sentence, 0, at);
    People after = people(scene, sentence, at + 1, scene.words().size());
    if (!before.none()) {
      Set<Figure> all = new LinkedHashSet<>(before.known());
      all.addAll(after.known());
      return only(new People(all, before.others() || after.others()), gender, Set.of());
    }
    boolean subject = Set.of("he", "she").contains(scene.key(at));
    return subject || after.none() ? lookBack(number, at, gender, after.known()) : null;
  }

  private @Nullable Figure lookBack(int number, int at, Gender gender, Set<Figure> except) {
    boolean speaks = isSpeech(scenes.get(number), at + 1) || isSpeech(scenes.get(number), at - 1);
    int sentence = scenes.get(number).words().get(at).sentence() - 1;
    for (int n = number; n >= 0; n--) {
      Scene scene = scenes.get(n);
      if (n < number && !(scene.isParagraph() && scenes.get(number).isParagraph())) {
        continue;
      }
      int last = n == number ? sentence : lastSentence(scene);
      for (int s = last; s >= 0; s--) {
        if (tells(scene, s)) {
          Set<Figure> speakers = speaks ? speakers(scene, s) : Set.of();
          People people = people(scene, s, 0, scene.words().size());
          return speakers.size() == 1
              ? only(new People(speakers, false), gender, except)
              : only(people, gender, except);
        }
      }
    }
    return null;
  }

  private static int lastSentence(Scene scene) {
    return scene.words().size() == 0 ? -1 : scene.words().get(scene.words().size() - 1).sentence();
  }

  /** Whether a sentence is more than a quotation. */
  private static boolean tells(Scene scene, int sentence) {
    return scene.words().tokens().stream().anyMatch(t -> t.sentence() == sentence && !t.quoted());
  }

  private static boolean isSpeech(Scene scene, int i) {
    return SPEECH.contains(scene.key(i));
  }

  private static People people(Scene scene, int sentence, int from, int to) {
    Set<Figure> known = new LinkedHashSet<>();
    boolean others = false;
    for (Sighting sighting : scene.sightings()) {
      Token first = scene.words().get(sighting.from());
      boolean here = first.sentence() == sentence && !first.quoted();
      if (!here || sighting.from() < from || sighting.to() > to) {
        continue;
      }
      Figure figure = scene.who(sighting);
      if (figure != null && figure.isPerson()) {
        known.add(figure);
      } else {
        others |= mayBePerson(scene, sighting, figure);
      }
    }
    return new People(known, others);
  }

  private static boolean mayBePerson(Scene scene, Sighting sighting, @Nullable Figure figure) {
    return switch (sighting) {
      case OfRole role -> figure == null && !role.noun().body() && !isTitle(scene, role);
      case OfName name ->
          (figure == null && !name.organisation())
              || (figure != null
                  && figure.kind() == EntityKind.OTHER
                  && figure.nameKeys().stream().anyMatch(keys -> keys.size() > 1)
                  && scene.start(name) == name.from());
      default -> false;
    };
  }

  /** Whether a name follows that is counted itself. */
  private static boolean isTitle(Scene scene, OfRole role) {
    return scene.sightings(OfName.class).stream().anyMatch(name -> name.from() == role.to());
  }

  private static Set<Figure> speakers(Scene scene, int sentence) {
    Set<Figure> speakers = new LinkedHashSet<>();
    scene
        .known()
        .filter(s -> scene.words().get(s.from()).sentence() == sentence)
        .filter(s -> !scene.words().get(s.from()).quoted() && isSpeaker(scene, s))
        .map(scene::who)
        .forEach(figure -> {
          if (figure != null && (figure.isPerson() || figure.kind() == EntityKind.OTHER)) {
            speakers.add(figure);
          }
        });
    return speakers;
  }

  private static boolean isSpeaker(Scene scene, Sighting sighting) {
    int next = sighting.to();
    boolean aged = scene.key(next).matches("[1-9]\\d");
    boolean before =
        IntStream.of(next, aged ? next + 1 : next)
            .anyMatch(
                i -> isSpeech(scene, i) || (scene.key(i).equals("as") && isSpeech(scene, i + 1)));
    return before || isInverted(scene, sighting);
  }

  /** “…,” said Jane Doe. */
  private static boolean isInverted(Scene scene, Sighting sighting) {
    int verb = scene.start(sighting) - 1;
    return isSpeech(scene, verb)
        && !ADDRESSED.contains(scene.key(verb))
        && !scene.words().get(verb).gap().isBlank()
        && !scene.words().get(sighting.to() - 1).possessive()
        && !scene.gap(sighting.to()).isBlank();
  }

  private static @Nullable Figure only(People people, Gender gender, Set<Figure> except) {
    List<Figure> fitting =
        people.known().stream()
            .filter(figure -> !except.contains(figure))
            .filter(figure -> Gender.agree(figure.gender(), gender))
            .toList();
    return !people.others() && fitting.size() == 1 ? fitting.getFirst() : null;
  }

  /** Whether a verb of speech shows that a sighting speaks. */
  static boolean isBesideSpeech(Scene scene, Sighting sighting) {
    return isSpeech(scene, sighting.to()) || isInverted(scene, sighting);
  }
}
