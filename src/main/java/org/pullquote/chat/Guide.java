package org.pullquote.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answerer;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.language.ForeignQuestion;

/**
 * An article and what can be shown of it, the same for all conversations about it: made once. May
 * be used by several threads at once.
 */
public final class Guide {

  /** "5" and "p5" are the fifth paragraph, "c2" is the second caption. */
  private static final Pattern PLACE = Pattern.compile("(?<kind>[a-z]*)\\s*(?<number>\\d{1,6})?");

  private static final int MOST_CITATIONS = 10;

  /** What ranks lower is hardly ever what was meant. */
  private static final int MOST_ANSWERS = 5;

  /** Fewer characters than these may stand anywhere. */
  private static final int SHORTEST_QUOTED = 8;

  private final Answerer answerer;
  private final AnswerPages pages;
  private final Overview overview;
  private final List<String> names;
  private volatile @Nullable List<String> examples;

  /** A guide to the answerer's article. */
  public Guide(Answerer answerer) {
    this.answerer = answerer;
    this.pages =
        new AnswerPages(answerer, new StatedMeetings(answerer.article(), answerer.names()));
    this.overview = new Overview(answerer);
    this.names =
        answerer.names().entities().stream().flatMap(entity -> entity.names().stream()).toList();
  }

  /** The article. */
  public Article article() {
    return answerer.article();
  }

  /** The pages of what was shown of it. */
  public AnswerPages pages() {
    return pages;
  }

  Answerer answerer() {
    return answerer;
  }

  Overview overview() {
    return overview;
  }

  /** Questions to begin with; the first call takes as long as a few answers. */
  List<String> examples() {
    List<String> known = examples;
    if (known == null) {
      known = Examples.of(answerer);
      examples = known;
    }
    return known;
  }

  /** The passage at a place that a reader names: {@code 5}, {@code p5}, {@code c2}. */
  Optional<Passage> passage(String place) {
    Matcher matcher = PLACE.matcher(place.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String kind = matcher.group("kind");
    String number = matcher.group("number") == null ? "" : matcher.group("number");
    return article().passage((kind.isEmpty() ? "p" : kind) + number);
  }

  /**
   * Quotes to pass on for what somebody types: a place in the article ({@code p5}), a question, or
   * nothing yet. They are dressed in the article's language, whoever types: the same for everybody.
   */
  public List<Citation> citations(String typed) {
    Messages messages = Messages.in(language());
    return evidence(typed.strip()).stream()
        .map(each -> citation(each, messages))
        .limit(MOST_CITATIONS)
        .toList();
  }

  private List<Evidence> evidence(String typed) {
    if (typed.isEmpty()) {
      return article().passages().stream().limit(MOST_CITATIONS).map(answerer::evidence).toList();
    }
    Optional<Passage> named =
        passage(typed).or(() -> article().passage(typed.toLowerCase(Locale.ROOT)));
    if (named.isPresent()) {
      return List.of(answerer.evidence(named.get()));
    }
    String words = foreign(typed).map(ForeignQuestion::inEnglish).orElse(typed);
    return answerer.answer(words) instanceof Quoted quoted ? withFurther(quoted) : List.of();
  }

  /** The answer, and the passages that come next: the one who types sees them and chooses. */
  private List<Evidence> withFurther(Quoted quoted) {
    List<Passage> shown = quoted.evidence().stream().map(each -> each.quote().passage()).toList();
    return Stream.concat(
            quoted.evidence().stream(),
            quoted.ranked().stream()
                .filter(passage -> !shown.contains(passage))
                .map(answerer::evidence))
        .limit(MOST_ANSWERS)
        .toList();
  }

  /** A question that is in another language than the article, with words to look for. */
  Optional<ForeignQuestion> foreign(String question) {
    return ForeignQuestion.of(question, language(), names);
  }

  private static Citation citation(Evidence evidence, Messages messages) {
    Cite cite = AttributionLine.cite(evidence, false, messages);
    return new Citation(
        evidence.quote(), cite.source().text(), new Reply(List.of(cite)).passedOn());
  }

  private Locale language() {
    String tag = article().metadata().language();
    return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
  }

  /**
   * The passage that a reader points at: of those quoted in the message the one that has the words
   * chosen; else wherever such words stand; else the quote they stand nearest to.
   */
  Optional<Passage> pointedAt(PointedAt pointedAt) {
    List<Passage> quoted =
        pointedAt.quotes().stream()
            .flatMap(quote -> holding(quote, article().passages()).stream())
            .toList();
    String words = pointedAt.chosen() == null ? pointedAt.text() : pointedAt.chosen();
    Optional<Passage> chosen =
        pointedAt.chosen() == null
            ? quoted.stream().findFirst()
            : lines(words, 1).flatMap(line -> holding(line, quoted).stream()).findFirst();
    return chosen
        .or(() ->
            lines(words, SHORTEST_QUOTED)
                .flatMap(line -> holding(line, article().passages()).stream())
                .findFirst())
        .or(() -> quoted.stream().findFirst());
  }

  /** The lines of some words, longest first. */
  private static Stream<String> lines(String words, int shortest) {
    return words
        .lines()
        .map(String::strip)
        .filter(line -> line.length() >= shortest)
        .sorted(Comparator.comparingInt(String::length).reversed());
  }

  private static Optional<Passage> holding(String words, List<Passage> passages) {
    return passages.stream().filter(passage -> passage.text().contains(words)).findFirst();
  }
}
