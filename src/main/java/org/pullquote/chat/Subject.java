package org.pullquote.chat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Context;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.chat.FollowUp.Part;
import org.pullquote.names.Entity;
import org.pullquote.names.EntityKind;
import org.pullquote.names.Mention;
import org.pullquote.names.PeopleNouns;
import org.pullquote.names.WhoIsWho;

/**
 * What a conversation is about: the last question that was answered, whom it and its answer name,
 * and what was quoted. No more is remembered.
 */
final class Subject {

  private static final Pattern THE_ONE = Pattern.compile("(?i)\\bthe (?<noun>[\\p{L}-]+)");

  /** Older questions of a long chain of follow-ups fall out; in UTF-16 code units. */
  private static final int LONGEST = 400;

  private final Article article;
  private final WhoIsWho names;
  private Topic topic;
  private List<Entity> asked;
  private List<Entity> answering;

  /** Nothing yet. */
  Subject(Article article, WhoIsWho names) {
    this(article, names, Topic.NONE);
  }

  /** What was spoken of before, in this article. */
  Subject(Article article, WhoIsWho names, Topic topic) {
    this.article = article;
    this.names = names;
    this.topic = topic;
    this.asked = asked(topic);
    this.answering = answering(topic);
  }

  /** What there is to remember of it. */
  Topic topic() {
    return topic;
  }

  private void speakOf(Topic other) {
    topic = other;
    asked = asked(other);
    answering = answering(other);
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
    String last = topic.last();
    Set<String> shown = topic.shown();
    if (topic.question().isEmpty()) {
      return Resolved.alone(text);
    }
    Optional<String> ofOthers = FollowUp.askedOf(text, last);
    if (ofOthers.isPresent()) {
      return Resolved.alone(ofOthers.get());
    }
    FollowUp followUp = FollowUp.of(text);
    if (!followUp.takesSubject() || pointsWithin(text)) {
      return Resolved.alone(text);
    }
    if (followUp.empty() && followUp.wantsOthers() && !last.isEmpty()) {
      return new Resolved(last, new Context(topic.background(), Set.of(), shown, false));
    }
    Map<Part, String> persons = new EnumMap<>(Part.class);
    FollowUp.pointsAt(text)
        .forEach(part -> person(part, text).ifPresent(person -> persons.put(part, person.name())));
    boolean complete = !persons.isEmpty() && FollowUp.pointsOnlyAt(text, persons.keySet());
    return new Resolved(
        FollowUp.withNames(text, persons),
        new Context(
            complete && !followUp.wantsOthers() ? "" : followUp.asked(topic.question()),
            shown,
            followUp.wantsOthers() ? shown : Set.of(),
            followUp.empty()));
  }

  /** Whether "she" is whom the question itself names: "what did the mayor say she wanted?". */
  private boolean pointsWithin(String text) {
    List<MatchResult> pointers = FollowUp.pointersWithin(text);
    return !pointers.isEmpty() && pointers.stream().allMatch(each -> isNamedBefore(each, text));
  }

  private boolean isNamedBefore(MatchResult pointer, String text) {
    List<Entity> named =
        names.mentions(text).stream()
            .filter(mention -> mention.span().end() <= pointer.start())
            .map(Mention::entity)
            .filter(entity -> entity.kind() == EntityKind.PERSON)
            .toList();
    return named.isEmpty()
        ? THE_ONE
            .matcher(text.substring(0, pointer.start()))
            .results()
            .anyMatch(one -> PeopleNouns.mayBe(one.group("noun"), pointer.group()))
        : named.stream().anyMatch(entity -> names.mayBe(entity, pointer.group()));
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
        FollowUp.asksForSubject(topic.last()) == acts
            || FollowUp.asksWhoThatIs(text)
            || asked.isEmpty();
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
    if (!topic.shown().contains(passage.id())) {
      speakOf(Topic.pointedAt(passage.id(), start(passage.text())));
    }
  }

  /** Keeps what a quoted answer was about. */
  void remember(Resolved resolved, Quoted answer) {
    boolean bare = resolved.context().bare();
    Evidence best = answer.evidence().getFirst();
    Set<String> quoted = new LinkedHashSet<>(resolved.context().seen());
    answer.evidence().forEach(evidence -> quoted.add(evidence.quote().passage().id()));
    speakOf(
        new Topic(
            start((resolved.question() + " " + resolved.context().words()).strip()),
            bare ? topic.last() : resolved.question(),
            bare ? topic.background() : resolved.context().words(),
            quoted,
            null,
            best.quote().passage().id(),
            best.marks()));
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /** Whom the last question names, or the passage that a reader pointed at. */
  private List<Entity> asked(Topic of) {
    List<Mention> mentions =
        of.pointedAt() == null
            ? names.mentions(of.last())
            : article.passage(of.pointedAt()).map(names::mentions).orElse(List.of());
    return mentions.stream().map(Mention::entity).toList();
  }

  /** Whom the marked words of the best quote name. */
  private List<Entity> answering(Topic of) {
    List<Entity> marked = new ArrayList<>();
    Optional<Passage> quoted = Optional.ofNullable(of.quoted()).flatMap(article::passage);
    for (Mention mention : quoted.map(names::mentions).orElse(List.of())) {
      Span span = mention.span();
      if (of.marks().stream().anyMatch(span::overlaps)) {
        marked.add(mention.entity());
      }
    }
    return marked;
  }
}
