package org.pullquote.answer;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.article.Span;
import org.pullquote.names.Entity;
import org.pullquote.names.EntityKind;
import org.pullquote.names.Mention;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.Match;

/** Reads the clues of a passage, for one question. */
final class Clues {

  /** Beside 1 for a question that names nothing of its own. */
  private static final double POINTING_STAYS = 0.25;

  private final QuestionShape shape;
  private final List<String> words;
  private final PassageFacts facts;
  private final Set<Entity> named;
  private final Set<Entity> speakers;
  private final Set<Entity> doers;
  private final Set<Entity> pictured;
  private final double unknown;
  private final Context context;

  /**
   * @param facts of the article
   * @param context what the question follows upon
   */
  Clues(Question question, PassageFacts facts, Context context) {
    shape = question.shape();
    words = Words.of(question.text());
    this.facts = facts;
    WhoIsWho names = facts.names();
    this.context = context;
    named = question.named();
    pictured = question.pictured();
    doers = question.doers();
    speakers =
        shape.speaker().stream()
            .flatMap(span ->
                question.mentions().stream().filter(mention -> span.contains(mention.span())))
            .map(Mention::entity)
            .filter(entity -> entity.kind() == EntityKind.PERSON)
            .collect(Collectors.toSet());
    int strangers = names.unknownNames(question.text()).size();
    unknown = strangers == 0 ? 0 : (double) strangers / (strangers + named.size());
  }

  /** The clues of a passage. */
  Map<Clue, Double> of(Match match) {
    Passage passage = match.passage();
    Map<Clue, Double> clues = new EnumMap<>(Clue.class);
    put(clues, Clue.ANSWER_TYPE, holdsAnswerType(passage.text()));
    put(clues, Clue.ANSWER_TYPE_NEAR, holdsAnswerType(nearest(match).in(passage.text())));
    boolean caption = passage.kind() == PassageKind.CAPTION;
    put(clues, Clue.PHOTO_ASKED, shape.photo() && caption);
    put(clues, Clue.CREDIT_ASKED, shape.credit() && passage.credit() != null);
    put(clues, Clue.SPEECH_ASKED, shape.speech() && facts.of(passage).speaks());
    put(clues, Clue.EXPLAINED, shape.whoIs().filter(name -> explains(passage, name)).isPresent());
    // A place may stand for what is there, and is missed less than a person.
    boolean lacks = lacks(passage, entity -> entity.kind() != EntityKind.PLACE);
    put(clues, Clue.PERSON_MISSING, lacks);
    put(
        clues,
        Clue.PERSON_REPLACED,
        lacks
            && (shape.type() != AnswerType.PERSON || shape.credit())
            && lacks(passage, this::mayBeReplaced)
            && hasAnother(passage));
    clues.put(Clue.NAMES_HELD, held(passage));
    put(
        clues,
        Clue.SPEAKER_ASKED,
        shape.speech() && facts.of(passage).speaker().filter(named::contains).isPresent());
    put(
        clues,
        Clue.SPEAKER_REPLACED,
        !speakers.isEmpty()
            && facts.of(passage).speaker().filter(each -> !speakers.contains(each)).isPresent());
    clues.put(Clue.NAMES_UNKNOWN, unknown);
    clues.put(Clue.JUST_SHOWN, context.recent().contains(passage.id()) ? stays(passage) : 0);
    put(clues, Clue.HEADLINE, passage.kind() == PassageKind.HEADLINE);
    put(clues, Clue.STANDFIRST, passage.kind() == PassageKind.STANDFIRST);
    put(clues, Clue.CAPTION, caption);
    clues.put(Clue.LENGTH, Math.log(passage.text().length()));
    return clues;
  }

  /**
   * How much a question stays with a passage just quoted: "and where?" asks for more of the same,
   * if there is a place in it; "when did he arrive?" may be told anywhere.
   */
  private double stays(Passage passage) {
    boolean holds = shape.type() == AnswerType.OTHER || holdsAnswerType(passage.text());
    return context.bare() && holds ? 1 : POINTING_STAYS;
  }

  /** Whether the question names one of these of whom a passage does not speak. */
  private boolean lacks(Passage passage, Predicate<Entity> which) {
    return named.stream()
        .filter(which)
        .anyMatch(entity -> !facts.of(passage).entities().contains(entity));
  }

  /** "Putin", of whom nothing shows what it is, may be one; "Korean War" is none. */
  private static boolean mayBePerson(Entity entity) {
    return entity.kind() == EntityKind.PERSON
        || (entity.kind() == EntityKind.OTHER
            && entity.names().stream().noneMatch(name -> name.contains(" ")));
  }

  /** Of a photo, "Velmari" may well be where it was taken. */
  private boolean mayBeReplaced(Entity entity) {
    return shape.credit()
        ? pictured.contains(entity)
        : mayBePerson(entity) && !doers.contains(entity);
  }

  private boolean hasAnother(Passage passage) {
    return facts.of(passage).entities().stream()
        .anyMatch(entity -> entity.kind() == EntityKind.PERSON && !named.contains(entity));
  }

  private double held(Passage passage) {
    if (named.isEmpty()) {
      return 1;
    }
    Set<Entity> held = new HashSet<>(named);
    held.retainAll(facts.of(passage).entities());
    return (double) held.size() / named.size();
  }

  private static void put(Map<Clue, Double> clues, Clue clue, boolean value) {
    clues.put(clue, value ? 1.0 : 0.0);
  }

  private boolean holdsAnswerType(String text) {
    return shape.type().find(text).stream().anyMatch(span -> !asked(span.in(text)));
  }

  /** Whether the question itself holds all words of a text. */
  private boolean asked(String text) {
    return words.containsAll(Words.of(text));
  }

  /** The sentence that holds most of the question's words. */
  private static Span nearest(Match match) {
    Span nearest = match.passage().whole();
    long most = 0;
    for (Span sentence : match.passage().sentences()) {
      long held = match.words().stream().filter(sentence::contains).count();
      if (held > most) {
        most = held;
        nearest = sentence;
      }
    }
    return nearest;
  }

  /** "Jane Doe, the mayor", "the mayor, Jane Doe,", "mayor Jane Doe", "Jane Doe is the mayor". */
  private static boolean explains(Passage passage, String name) {
    List<String> parts = Words.of(name);
    if (parts.isEmpty()) {
      return false;
    }
    String last = Pattern.quote(parts.getLast());
    String first = Pattern.quote(parts.getFirst());
    return Pattern.compile(
            "(?:"
                + last
                + "(?:, (?:the|a|an|who|\\d|[a-z]+ (?:of|at|for)\\b)| \\(| (?:is|was) (?:the|a|an)\\b)"
                + "|\\b(?:the|a|his|her|its|their|s)\\b[^,.;]{3,60}[a-z],? (?:\\p{L}+ )?"
                + first
                + ")")
        .matcher(passage.text().toLowerCase(Locale.ROOT).replace('’', '\''))
        .find();
  }
}
