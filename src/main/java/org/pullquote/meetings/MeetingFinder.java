package org.pullquote.meetings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.meetings.Predicate.Form;
import org.pullquote.meetings.Vocabulary.Kind;
import org.pullquote.names.Entity;
import org.pullquote.names.Mention;

/** Finds what a sentence states of meetings. */
final class MeetingFinder {

  private static final Set<String> HELD = Set.of("was", "were");

  private final Sentence sentence;
  private final List<Mention> mentions;
  private final People people;

  /**
   * @param mentions those of the whole passage
   */
  MeetingFinder(Passage passage, Span sentence, List<Mention> mentions) {
    this.sentence = new Sentence(passage, sentence, mentions);
    this.mentions = mentions;
    this.people = new People(this.sentence);
  }

  /** The meetings in reading order. */
  List<Meeting> find() {
    List<Meeting> meetings = new ArrayList<>();
    for (Predicate predicate : Predicate.in(sentence)) {
      read(predicate)
          .filter(m -> meetings.stream().noneMatch(o -> isSame(m, o)))
          .ifPresent(meetings::add);
    }
    return meetings;
  }

  private static boolean isSame(Meeting one, Meeting other) {
    return one.participants().size() == other.participants().size()
        && one.participants().stream()
            .allMatch(p -> other.participants().stream().anyMatch(p::isSameAs));
  }

  private Optional<Meeting> read(Predicate predicate) {
    return Complement.of(sentence, people, predicate)
        .filter(complement -> happened(predicate, complement))
        .map(complement -> predicate.form() == Form.EVENT ? withEvent(complement) : complement)
        .flatMap(complement -> meeting(predicate, complement));
  }

  /** Whether nothing behind it says that it is yet to come, fell through, or is a game. */
  private boolean happened(Predicate predicate, Complement complement) {
    int next = complement.to();
    if (Circumstances.isFuture(sentence, next)) {
      return false;
    }
    if (predicate.form() == Form.EVENT) {
      boolean held = HELD.contains(sentence.key(next)) && sentence.key(next + 1).equals("held");
      return held || sentence.is(Kind.HAPPENED, next);
    }
    boolean goesOn =
        sentence.joined(next)
            && (sentence.is(Kind.AUXILIARY, next) || Vocabulary.isVerb(sentence.key(next)));
    return !(predicate.form() == Form.NOUN && goesOn) && !isGame(predicate);
  }

  /** Adds where and when from behind "took place" or "were held". */
  private Complement withEvent(Complement complement) {
    int verb = complement.to();
    boolean two = HELD.contains(sentence.key(verb)) || sentence.key(verb).equals("took");
    Circumstances behind = Circumstances.at(sentence, verb + (two ? 2 : 1));
    int to = behind.isEmpty() ? verb : behind.to();
    return new Complement(complement.objects(), complement.circumstances().or(behind), to);
  }

  private boolean isGame(Predicate predicate) {
    boolean game = false;
    for (int i = predicate.to(); i < sentence.size(); i++) {
      game |= sentence.is(Kind.SPORT, i) && !sentence.key(i + 1).equals("of");
    }
    return game;
  }

  private Optional<Meeting> meeting(Predicate predicate, Complement complement) {
    if (isBetween(predicate, complement)) {
      return eachOther(
          complement.objects(), predicate.from(), complement, complement.circumstances());
    }
    if (predicate.form() == Form.EVENT) {
      return Optional.empty();
    }
    return new SubjectFinder(sentence, people, predicate)
        .find(complement.to())
        .flatMap(subject -> meeting(predicate, subject, complement));
  }

  /** Whether it was among those who are named: "talks between". */
  private boolean isBetween(Predicate predicate, Complement complement) {
    int first = complement.objects().isEmpty() ? 0 : complement.objects().getFirst().from();
    return first > predicate.to() && sentence.key(first - 1).equals("between");
  }

  private Optional<Meeting> meeting(Predicate predicate, Subject subject, Complement complement) {
    int from = Math.min(subject.from(), predicate.from());
    Circumstances told = complement.circumstances().or(subject.circumstances());
    if (complement.objects().isEmpty()) {
      boolean finite = predicate.form() == Form.FINITE;
      return finite ? eachOther(subject.phrases(), from, complement, told) : Optional.empty();
    }
    return assemble(subject.phrases(), complement.objects(), from, end(subject, complement), told);
  }

  private static int end(Subject subject, Complement complement) {
    return Math.max(subject.phrases().getLast().to(), complement.to());
  }

  private Optional<Meeting> eachOther(
      List<Phrase> phrases, int from, Complement complement, Circumstances told) {
    return phrases.size() < 2
        ? Optional.empty()
        : assemble(phrases, List.of(), from, complement.to(), told);
  }

  private Optional<Meeting> assemble(
      List<Phrase> side, List<Phrase> otherSide, int from, int to, Circumstances told) {
    List<Participant> one = side.stream().map(this::participant).flatMap(Optional::stream).toList();
    List<Participant> other =
        otherSide.stream().map(this::participant).flatMap(Optional::stream).toList();
    boolean complete = one.size() == side.size() && other.size() == otherSide.size();
    List<Participant> all = Stream.concat(one.stream(), other.stream()).toList();
    boolean distinct = all.stream().allMatch(p -> all.stream().filter(p::isSameAs).count() == 1);
    if (!complete || !distinct) {
      return Optional.empty();
    }
    return Optional.of(
        new Meeting(
            sentence.passage(), sentence.span(from, to), one, other, told.place(), told.time()));
  }

  private Optional<Participant> participant(Phrase phrase) {
    Mention mention = phrase.mention();
    if (mention == null) {
      return Optional.of(new Participant(sentence.span(phrase.from(), phrase.to()), null));
    }
    Entity entity = mention.entity();
    if (!phrase.isPronoun()) {
      return Optional.of(new Participant(mention.span(), entity));
    }
    return Optional.ofNullable(nearestName(entity, mention.span()))
        .map(span -> new Participant(span, entity));
  }

  /** Where the passage names an entity, before a pronoun rather than behind it, or null. */
  private @Nullable Span nearestName(Entity entity, Span pronoun) {
    return mentions.stream()
        .filter(mention -> mention.entity().equals(entity))
        .filter(mention -> mention.form() != Mention.Form.PRONOUN)
        .map(Mention::span)
        .min(Comparator.comparingInt(span -> distance(span, pronoun)))
        .orElse(null);
  }

  private static int distance(Span name, Span pronoun) {
    boolean before = name.start() < pronoun.start();
    return before ? pronoun.start() - name.start() : name.start();
  }
}
