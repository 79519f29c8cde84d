package org.pullquote.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pullquote.article.Span;
import org.pullquote.names.Entity;
import org.pullquote.names.EntityKind;
import org.pullquote.names.Mention;

/**
 * Tells words of a passage that only say again whom the question names. Who is asked about is no
 * answer, whatever they are called; where it is asked who they are, one name for another is none.
 */
final class Restatement {

  private static final Pattern TITLE = Pattern.compile("(?:\\p{Lu}[\\p{L}.’']* ?){1,3}");

  /**
   * No preposition but at its start, since one would make somebody else of it ("an aide to Kim"),
   * and no pause.
   */
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "(?i)(?:(?:PREP) )?(?:(?!(?:and|or|PREP) )[\\p{L}\\p{M}.-]+ ){1,4}"
              .replace("PREP", String.join("|", SmallWords.PREPOSITIONS)));

  /** What a place is, beside its name: "in the city of". */
  private static final Set<String> PLACE_NOUNS =
      Set.of(
          "city town village state capital province region area district country island port county valley republic"
              .split(" "));

  private final QuestionShape shape;
  private final List<Mention> asked;
  private final String text;
  private final List<Mention> mentions;

  /**
   * @param asked whom the question names
   * @param text of the passage
   * @param mentions in it
   */
  Restatement(QuestionShape shape, List<Mention> asked, String text, List<Mention> mentions) {
    this.shape = shape;
    this.asked = asked;
    this.text = text;
    this.mentions = mentions;
  }

  /** Whether words of the passage say no more than whom the question names. */
  boolean is(Span span) {
    return !shape.yesOrNo()
        && onlyPerson(span)
            .filter(person -> addsNothing(span, person.span()) && isAsked(person))
            .isPresent();
  }

  private boolean isAsked(Mention person) {
    return asked.stream()
        .filter(each -> each.entity().equals(person.entity()))
        .anyMatch(each -> !shape.asksWhatIs() || each.form() == person.form());
  }

  /** Whom words of the passage mean, or what; no places, but where one is asked for. */
  Stream<Mention> persons(Span span) {
    return mentions.stream()
        .filter(each -> each.span().overlaps(span))
        .filter(
            each -> shape.type() == AnswerType.PLACE || each.entity().kind() != EntityKind.PLACE);
  }

  /** Who is meant, if one person; whom words say "her" of only where they name nobody. */
  private Optional<Mention> onlyPerson(Span span) {
    List<Mention> all = persons(span).toList();
    List<Mention> named = all.stream().filter(each -> each.form() != Mention.Form.PRONOUN).toList();
    List<Mention> persons = named.isEmpty() ? all : named;
    List<Entity> entities = persons.stream().map(Mention::entity).distinct().toList();
    return entities.size() == 1 ? Optional.of(persons.getLast()) : Optional.empty();
  }

  /**
   * Whether words are no more than a name and its title; where somebody is asked for, also than a
   * description before it: "their North Korean counterpart Kang Sun-nam".
   */
  private boolean addsNothing(Span span, Span name) {
    String before = text.substring(span.start(), Math.max(span.start(), name.start()));
    String behind = text.substring(Math.min(span.end(), name.end()), span.end());
    return isTitle(before + behind)
        || (shape.type() == AnswerType.PLACE && isPlaceNoun(before + behind))
        || (shape.type() == AnswerType.PERSON
            && !shape.asksWhatIs()
            && behind.isEmpty()
            && DESCRIPTION.matcher(before).matches());
  }

  private static boolean isPlaceNoun(String words) {
    return Words.of(words).stream()
        .allMatch(word -> SmallWords.ALL.contains(word) || PLACE_NOUNS.contains(word));
  }

  /** Whether words beside a name are no more than a title: "Mr", "Rear Admiral", "the". */
  private static boolean isTitle(String words) {
    return Words.of(words).stream().allMatch(SmallWords.ALL::contains)
        || TITLE.matcher(words).matches();
  }
}
