package org.pullquote.meetings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.pullquote.meetings.Predicate.Form;
import org.pullquote.meetings.Vocabulary.Kind;

/**
 * Finds the subject of a predicate: what stands before a finite verb ("Anna Holt, the mayor, has
 * met"), or the subject of the clause that "after meeting" or "and met" belongs to. Where that, or
 * that it happened, is not sure, there is none.
 */
final class SubjectFinder {

  /** Prepositions that begin a clause as well. */
  private static final Set<String> SUBORDINATORS =
      Set.of("after", "before", "since", "as", "until");

  private static final Set<String> DISJUNCTIONS = Set.of("or", "nor");

  /** Words that stand for another subject. */
  private static final Set<String> NOMINATIVES =
      Set.of("he", "she", "they", "it", "we", "i", "you", "who", "which", "whom", "whose", "where");

  /** Conjunctions behind which the subject may still be the same. */
  private static final Set<String> CONTINUING = Set.of("and", "that");

  private static final Pattern MARK = Pattern.compile("[;:”\"]");
  private static final Pattern MARK_OR_COMMA = Pattern.compile("[,;:”\"]");

  private final Sentence sentence;
  private final People people;
  private final Predicate predicate;

  SubjectFinder(Sentence sentence, People people, Predicate predicate) {
    this.sentence = sentence;
    this.people = people;
    this.predicate = predicate;
  }

  /**
   * Finds it.
   *
   * @param end past what belongs to the predicate: behind it stands the subject of "After meeting
   *     Peter Lund in Oslo, Anna Holt left"
   */
  Optional<Subject> find(int end) {
    boolean doubted =
        IntStream.range(0, predicate.from())
            .anyMatch(i -> sentence.is(Kind.DOUBT, i) || sentence.is(Kind.HEDGE, i));
    if (doubted) {
      return Optional.empty();
    }
    return predicate.form() == Form.FINITE ? ofVerb() : ofClause(end);
  }

  private Optional<Subject> ofVerb() {
    VerbGroup group = VerbGroup.of(sentence, predicate);
    if (!group.stated()) {
      return Optional.empty();
    }
    int verb = group.from();
    Optional<Phrase> last = beside(verb);
    if (last.isEmpty()) {
      return isContinued(verb) ? before() : Optional.empty();
    }
    return last.map(phrase -> Coordination.upTo(sentence, people, phrase))
        .filter(list -> isSubject(list) && !isDenied(list.from()))
        .map(list -> subject(list, group.circumstances()));
  }

  private Subject subject(Coordination list, Circumstances beside) {
    boolean fronted = isFronted(list);
    return fronted
        ? new Subject(list.phrases(), 0, beside.or(Circumstances.at(sentence, 0)))
        : new Subject(list.phrases(), list.from(), beside);
  }

  /** Whether only a place or day stands before it in the sentence: "On Friday, Anna Holt". */
  private boolean isFronted(Coordination list) {
    return Circumstances.at(sentence, 0).to() == list.from();
  }

  /** Whether the verb goes on with what its clause began: "flew to Oslo and met". */
  private boolean isContinued(int verb) {
    boolean joined = sentence.key(verb - 1).equals("and") || sentence.afterComma(verb);
    return joined && !predicate.present();
  }

  /** Who stands right before the verb, before "who", or before what stands in apposition. */
  private Optional<Phrase> beside(int verb) {
    if (sentence.joined(verb)) {
      boolean relative = sentence.key(verb - 1).equals("who");
      return people.endingAt(relative ? verb - 1 : verb);
    }
    return people.phrases().stream()
        .filter(phrase -> phrase.to() < verb && sentence.afterComma(verb))
        .filter(phrase -> isApposition(phrase.to(), verb))
        .findFirst();
  }

  private boolean isApposition(int start, int verb) {
    return sentence.afterComma(start)
        && !sentence.key(start).equals("and")
        && Coordination.closing(sentence, start) == verb;
  }

  /** Whether nothing before it takes the list for itself: "the aide to Anna Holt met". */
  private boolean isSubject(Coordination list) {
    if (!sentence.joined(list.from())) {
      return true;
    }
    int before = list.from() - 1;
    boolean subordinated = SUBORDINATORS.contains(sentence.key(before));
    boolean begins =
        subordinated
            || sentence.is(Kind.CONJUNCTION, before)
            || sentence.is(Kind.SPEECH, before)
            || isFronted(list);
    boolean taken =
        (sentence.is(Kind.PREPOSITION, before) && !subordinated)
            || sentence.is(Kind.AUXILIARY, before)
            || DISJUNCTIONS.contains(sentence.key(before));
    return !taken && (begins || list.phrases().size() == 1);
  }

  /** Whether, without a mark between, a word before denies it: "no evidence that". */
  private boolean isDenied(int from) {
    int i = from;
    while (i > 0 && sentence.joined(i)) {
      i--;
      if (VerbGroup.isNegation(sentence.key(i))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Subject> ofClause(int end) {
    Optional<Phrase> owner = owner();
    if (owner.isPresent()) {
      return owner.map(phrase -> new Subject(List.of(phrase), predicate.from()));
    }
    boolean begins = people.phrases().stream().noneMatch(p -> p.to() <= predicate.from());
    return begins ? behind(end) : before();
  }

  /** Anna Holt in "after Anna Holt's meeting". */
  private Optional<Phrase> owner() {
    return sentence.named().stream()
        .filter(named -> named.from() > predicate.from() && named.to() < predicate.to())
        .filter(named -> sentence.get(named.to() - 1).possessive())
        .filter(named -> People.isPerson(named.mention()))
        .map(named -> new Phrase(named.from(), named.to(), false, named.mention()))
        .findFirst();
  }

  /** The subject of the main clause that follows, if its verb is no plan. */
  private Optional<Subject> behind(int end) {
    return IntStream.range(end, sentence.size())
        .filter(sentence::afterComma)
        .mapToObj(people::startingAt)
        .flatMap(Optional::stream)
        .map(first -> Coordination.from(sentence, people, first))
        .filter(list -> isVerbAt(list.to()))
        .findFirst()
        .filter(list -> !isPlan(list.to(), verbEnd(list.to())))
        .map(list -> new Subject(list.phrases(), predicate.from()));
  }

  /** The one who acts before the predicate, if there is only one. */
  private Optional<Subject> before() {
    List<Coordination> acting =
        people.phrases().stream()
            .filter(phrase -> phrase.to() < predicate.from() && acts(phrase))
            .map(phrase -> Coordination.upTo(sentence, people, phrase))
            .filter(this::isSubject)
            .toList();
    return acting.size() == 1 && isOneClause(acting.getFirst().to())
        ? acting.stream().map(list -> new Subject(list.phrases(), list.from())).findFirst()
        : Optional.empty();
  }

  private boolean acts(Phrase phrase) {
    int to = phrase.to();
    boolean speaks = sentence.joined(phrase.from()) && sentence.is(Kind.SPEECH, phrase.from() - 1);
    int closing = sentence.afterComma(to) ? Coordination.closing(sentence, to) : to;
    return speaks || isVerbAt(to) || isVerbAt(closing);
  }

  /** Whether a verb stands there, past adverbs; behind a comma, too. */
  private boolean isVerbAt(int start) {
    int i = start;
    while (VerbGroup.isNegation(sentence.key(i)) || sentence.key(i).endsWith("ly")) {
      i++;
    }
    String key = sentence.key(i);
    boolean inflected = key.endsWith("s") && !key.endsWith("ss") && !Vocabulary.isFunction(key);
    return (sentence.joined(i) || sentence.afterComma(i))
        && (sentence.is(Kind.AUXILIARY, i) || Vocabulary.isVerb(key) || inflected);
  }

  /** Past the auxiliaries and adverbs that stand there, and the word behind them. */
  private int verbEnd(int start) {
    int i = start;
    while (sentence.is(Kind.AUXILIARY, i)
        || sentence.is(Kind.ADVERB, i)
        || sentence.key(i).endsWith("ly")) {
      i++;
    }
    return i + 1;
  }

  /** Whether nobody else acts between the subject and the predicate, and nothing is a plan. */
  private boolean isOneClause(int from) {
    boolean finite = predicate.form() == Form.FINITE;
    Pattern mark = finite ? MARK_OR_COMMA : MARK;
    for (int i = from; i < predicate.from(); i++) {
      String key = sentence.key(i);
      boolean conjunction = sentence.is(Kind.CONJUNCTION, i) && !CONTINUING.contains(key);
      boolean marked = i > from && mark.matcher(sentence.get(i).gap()).find();
      boolean denied = finite && VerbGroup.isNegation(key);
      if (conjunction || marked || denied || NOMINATIVES.contains(key)) {
        return false;
      }
    }
    return !isPlan(from, predicate.from());
  }

  private boolean isPlan(int from, int to) {
    return IntStream.range(from, to).anyMatch(i -> sentence.is(Kind.UNREAL, i));
  }
}
