package org.pullquote.chat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Context;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.chat.FollowUp.Part;
import org.pullquote.names.Entity;
import org.pullquote.names.EntityKind;
import org.pullquote.names.Mention;
import org.pullquote.names.WhoIsWho;

/**
 * What a conversation is about: the last question that was answered, whom it and its answer name,
 * and what was quoted. No more is remembered.
 */
final class Subject {

  /** Older questions of a long chain of follow-ups fall out; in UTF-16 code units. */
  private static final int LONGEST = 400;

  private final WhoIsWho names;
  private String question = "";
  private String last = "";

  /** What the last question itself took from those before it. */
  private String background = "";

  private Set<String> shown = Set.of();
  private List<Entity> asked = List.of();
  private List<Entity> answering = List.of();

  Subject(WhoIsWho names) {
    this.names = names;
  }

  /**
   * A question with what is missing in it.
   *
   * @param question with names in place of "he" and "she", where it is clear whom they mean
   */
  record Resolved(String question, Context context) {

    /** A question that stands by itself. */
    static Resolved alone(String question) {
      return new Resolved(question, Context.NONE);
    }
  }

  /** Adds to a question what it takes from the one before. */
  Resolved resolve(String text) {
    if (question.isEmpty()) {
      return Resolved.alone(text);
    }
    Optional<String> ofOthers = FollowUp.askedOf(text, last);
    if (ofOthers.isPresent()) {
      return Resolved.alone(ofOthers.get());
    }
    FollowUp followUp = FollowUp.of(text);
    if (!followUp.takesSubject()) {
      return Resolved.alone(text);
    }
    if (followUp.empty() && followUp.wantsOthers() && !last.isEmpty()) {
      return new Resolved(last, new Context(background, Set.of(), shown, false));
    }
    Map<Part, String> persons = new EnumMap<>(Part.class);
    FollowUp.pointsAt(text)
        .forEach(part -> person(part, text).ifPresent(person -> persons.put(part, person.name())));
    boolean complete = !persons.isEmpty() && FollowUp.pointsOnlyAt(text, persons.keySet());
    return new Resolved(
        FollowUp.withNames(text, persons),
        new Context(
            complete && !followUp.wantsOthers() ? "" : question,
            shown,
            followUp.wantsOthers() ? shown : Set.of(),
            followUp.empty()));
  }

  /**
   * The person that "he" or "him" means. Who acts, and also the only one that "who welcomed him?"
   * points at, is who acted in the last question or was asked for as acting there; beside somebody
   * who acts, "him" is the other one. Never one that this question names itself.
   */
  private Optional<Entity> person(Part part, String text) {
    Set<Entity> here = new HashSet<>();
    names.mentions(text).forEach(mention -> here.add(mention.entity()));
    boolean acts = part == Part.SUBJECT || FollowUp.asksForSubject(text);
    boolean answerFirst =
        FollowUp.asksForSubject(last) == acts || FollowUp.asksWhoThatIs(text) || asked.isEmpty();
    Stream<Entity> order =
        answerFirst
            ? Stream.concat(answering.stream(), asked.stream())
            : Stream.concat(asked.stream(), answering.stream());
    return order
        .filter(entity -> entity.kind() == EntityKind.PERSON && !here.contains(entity))
        .findFirst();
  }

  /** Makes a passage what the conversation is about, if it is not already. */
  void pointAt(Passage passage) {
    if (shown.contains(passage.id())) {
      return;
    }
    question = passage.text().substring(0, Math.min(passage.text().length(), LONGEST));
    last = "";
    background = "";
    asked = names.mentions(passage).stream().map(Mention::entity).toList();
    answering = List.of();
    shown = Set.of(passage.id());
  }

  /** Begins anew. */
  void forget() {
    question = "";
    last = "";
    background = "";
    asked = List.of();
    answering = List.of();
    shown = Set.of();
  }

  /** Keeps what a quoted answer was about. */
  void remember(Resolved resolved, Quoted answer) {
    String all = (resolved.question() + " " + resolved.context().words()).strip();
    question = all.substring(0, Math.min(all.length(), LONGEST));
    if (!resolved.context().bare()) {
      last = resolved.question();
      background = resolved.context().words();
    }
    asked = names.mentions(last).stream().map(Mention::entity).toList();
    answering = marked(answer.evidence().getFirst());
    Set<String> quoted = new LinkedHashSet<>(resolved.context().seen());
    answer.evidence().forEach(evidence -> quoted.add(evidence.quote().passage().id()));
    shown = quoted;
  }

  /** Whom the marked words of a quote name. */
  private List<Entity> marked(Evidence evidence) {
    List<Entity> marked = new ArrayList<>();
    for (Mention mention : names.mentions(evidence.quote().passage())) {
      Span span = mention.span();
      if (evidence.marks().stream().anyMatch(span::overlaps)) {
        marked.add(mention.entity());
      }
    }
    return marked;
  }
}
