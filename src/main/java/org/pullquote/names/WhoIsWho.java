package org.pullquote.names;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.article.Speech;
import org.pullquote.names.Mention.Form;
import org.pullquote.names.Sighting.OfPlace;
import org.pullquote.names.Sighting.OfPronoun;
import org.pullquote.names.Sighting.OfRole;

/**
 * Who is who in an article: its people, places and organisations with all they are called.
 *
 * <p>Everything is found by how news is written, and by general knowledge of countries; nothing
 * here is made for one article. Where it is not sure that two names mean one, they stay two.
 * Immutable.
 */
public final class WhoIsWho {

  private final Cast cast;
  private final QuestionNames questions;
  private final List<Entity> entities;
  private final Map<String, Scene> scenes = new HashMap<>();

  private WhoIsWho(Cast cast) {
    this.cast = cast;
    this.questions = new QuestionNames(cast);
    this.entities = cast.figures().stream().map(cast::entity).toList();
    cast.scenes().forEach(scene -> scenes.put(scene.passage().id(), scene));
  }

  /**
   * Reads an article.
   *
   * @param editorAliases each element: names of one entity, which somebody who knows wrote down;
   *     they stand above what the article shows
   */
  public static WhoIsWho of(Article article, List<? extends Collection<String>> editorAliases) {
    return new WhoIsWho(new Cast(article, editorAliases));
  }

  /** All that the article names, in order of first mention. */
  public List<Entity> entities() {
    return entities;
  }

  /**
   * Who and what a passage speaks of, in order and not overlapping: of "Russia's defence minister"
   * the minister, not Russia.
   *
   * @throws IllegalArgumentException if the passage is not one of the article
   */
  public List<Mention> mentions(Passage passage) {
    Scene scene = scene(passage);
    return Outermost.of(scene.known().toList()).stream()
        .flatMap(sighting -> mention(scene, sighting).stream())
        .toList();
  }

  /**
   * Whom and what of the article a question names, in order and not overlapping; in any case, with
   * small slips ("shoygu"). A name that may be two is none.
   */
  public List<Mention> mentions(String question) {
    return questions.find(question).mentions();
  }

  /**
   * Whether "he" or "she" may mean one of the article's people, as far as it shows which.
   *
   * @param pronoun of one person, in any case or form: "her"
   */
  public boolean mayBe(Entity entity, String pronoun) {
    Gender gender = PronounLinks.gender(pronoun);
    return entity.kind() == EntityKind.PERSON
        && cast.figures().stream()
            .filter(figure -> cast.entity(figure).equals(entity))
            .allMatch(figure -> Gender.agree(figure.gender(), gender));
  }

  /**
   * The names in a question that name nobody and nothing in the article: words with capitals, where
   * capitals tell something, and places that are known without it. A place that is there only by
   * another name ("Moscow" for Russia) is not unknown, unless it is asked for as a town ("in
   * Moscow").
   */
  public List<Span> unknownNames(String question) {
    return questions.find(question).unknown();
  }

  /**
   * What the entities of a passage are called elsewhere, and not in the passage itself: the words
   * to find it by besides its own.
   *
   * @throws IllegalArgumentException if the passage is not one of the article
   */
  public Set<String> otherNames(Passage passage) {
    Scene scene = scene(passage);
    Set<Entity> mentioned = new LinkedHashSet<>();
    scene
        .known()
        .flatMap(sighting -> mention(scene, sighting).stream())
        .forEach(mention -> mentioned.add(mention.entity()));
    return namesNotIn(passage.text(), mentioned);
  }

  /** What the entities that a question names are called, besides how it calls them. */
  public Set<String> otherNames(String question) {
    Set<Entity> mentioned = new LinkedHashSet<>();
    mentions(question).forEach(mention -> mentioned.add(mention.entity()));
    return namesNotIn(question, mentioned);
  }

  private static Set<String> namesNotIn(String text, Set<Entity> entities) {
    String keys = " " + Cast.key(text) + " ";
    Set<String> others = new LinkedHashSet<>();
    for (Entity entity : entities) {
      entity.names().stream()
          .filter(name -> !keys.contains(" " + Cast.key(name) + " "))
          .forEach(others::add);
    }
    return others;
  }

  /**
   * Who says what a passage quotes: whom {@link Speech} finds, or the one whom "he said" means.
   *
   * @throws IllegalArgumentException if the passage is not one of the article
   */
  public Optional<Entity> speaker(Passage passage) {
    Scene scene = scene(passage);
    Span named = Speech.in(passage).speaker();
    if (named != null) {
      return mentions(passage).stream()
          .filter(mention -> named.contains(mention.span()))
          .filter(mention -> mention.entity().kind() != EntityKind.PLACE)
          .map(Mention::entity)
          .findFirst();
    }
    List<Entity> speaking =
        scene.sightings(OfPronoun.class).stream()
            .filter(pronoun -> PronounLinks.isBesideSpeech(scene, pronoun))
            .map(pronoun -> mention(scene, pronoun))
            .flatMap(Optional::stream)
            .map(Mention::entity)
            .distinct()
            .toList();
    return speaking.size() == 1 ? Optional.of(speaking.getFirst()) : Optional.empty();
  }

  private Scene scene(Passage passage) {
    Scene scene = scenes.get(passage.id());
    if (scene == null || !scene.passage().equals(passage)) {
      throw new IllegalArgumentException("not a passage of this article: " + passage.id());
    }
    return scene;
  }

  private Optional<Mention> mention(Scene scene, Sighting sighting) {
    Figure figure = scene.who(sighting);
    if (figure == null) {
      return Optional.empty();
    }
    Form form =
        switch (sighting) {
          case OfPronoun he -> Form.PRONOUN;
          case OfRole role -> Form.ROLE;
          case OfPlace place when place.alias().demonym() -> Form.DEMONYM;
          default -> Form.NAME;
        };
    Span span = scene.words().span(sighting.from(), sighting.to());
    return Optional.of(new Mention(span, cast.entity(figure), form));
  }
}
