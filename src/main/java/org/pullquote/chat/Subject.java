package org.pullquote.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
  record Resolved(String question, Context context) {}

  /** Adds to a question what it takes from the one before. */
  Resolved resolve(String text) {
    FollowUp followUp = FollowUp.of(text);
    if (question.isEmpty() || !followUp.takesSubject()) {
      return new Resolved(text, Context.NONE);
    }
    Optional<String> named =
        FollowUp.pointsAt(text)
            .flatMap(part -> person(part, text))
            .map(person -> FollowUp.withName(text, person.name()));
    return new Resolved(
        named.orElse(text),
        new Context(question, shown, followUp.wantsOthers() ? shown : Set.of()));
  }

  /**
   * The person that "he" or "she" means: who was asked for, if that was the one who acts; else the
   * one that the question named; never one that this question names itself.
   */
  private Optional<Entity> person(Part part, String text) {
    Set<Entity> here = new HashSet<>();
    names.mentions(text).forEach(mention -> here.add(mention.entity()));
    boolean answerFirst =
        FollowUp.asksForSubject(question) == (part == Part.SUBJECT) || asked.isEmpty();
    Stream<Entity> order =
        answerFirst
            ? Stream.concat(answering.stream(), asked.stream())
            : Stream.concat(asked.stream(), answering.stream());
    return order
        .filter(entity -> entity.kind() == EntityKind.PERSON && !here.contains(entity))
        .findFirst();
  }

  /** Makes a passage what the conversation is about. */
  void pointAt(Passage passage) {
    question = passage.text().substring(0, Math.min(passage.text().length(), LONGEST));
    asked = names.mentions(passage).stream().map(Mention::entity).toList();
    answering = List.of();
    shown = Set.of(passage.id());
  }

  /** Begins anew. */
  void forget() {
    question = "";
    asked = List.of();
    answering = List.of();
    shown = Set.of();
  }

  /** Keeps what a quoted answer was about. */
  void remember(Resolved resolved, Quoted answer) {
    String all = (resolved.question() + " " + resolved.context().words()).strip();
    question = all.substring(0, Math.min(all.length(), LONGEST));
    asked = names.mentions(resolved.question()).stream().map(Mention::entity).toList();
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
