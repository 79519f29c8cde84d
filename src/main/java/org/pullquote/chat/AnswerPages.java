package org.pullquote.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answerer;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.chat.Button.Copy;
import org.pullquote.chat.Button.Open;
import org.pullquote.chat.Button.Rate;
import org.pullquote.chat.Button.Share;
import org.pullquote.chat.Button.Verdict;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Drawing;
import org.pullquote.chat.Reply.Part;
import org.pullquote.chat.Reply.Say;
import org.pullquote.chat.ShownAnswer.Cited;
import org.pullquote.chat.ShownAnswer.Kind;

/**
 * The pages of what was shown: the answer, each passage in context, further passages, lists. A page
 * follows from the article and from what is kept of the answer, so it is the same after a restart.
 */
public final class AnswerPages {

  /** What can be put on a clipboard, in UTF-16 code units: Telegram's {@code CopyTextButton}. */
  static final int COPY_LIMIT = 256;

  private static final int FURTHER_A_PAGE = 3;

  /** So much of a neighbour is shown, in UTF-16 code units: the nearest whole sentences of it. */
  private static final int MOST_OF_NEIGHBOUR = 700;

  private final Answerer answerer;
  private final Article article;
  private final Listings listings;
  private final StatedMeetings meetings;

  /** The pages of answers about the answerer's article. */
  AnswerPages(Answerer answerer, StatedMeetings meetings) {
    this.answerer = answerer;
    this.article = answerer.article();
    this.listings = new Listings(answerer, meetings);
    this.meetings = meetings;
  }

  /** What is kept of an answer that quotes. */
  ShownAnswer shown(Quoted answer, @Nullable String language) {
    List<String> quoted =
        answer.evidence().stream().map(evidence -> evidence.quote().passage().id()).toList();
    List<String> further =
        answer.ranked().stream().map(Passage::id).filter(id -> !quoted.contains(id)).toList();
    return new ShownAnswer(
        article.edition(),
        Kind.ANSWER,
        answer.evidence().stream().map(AnswerPages::cited).toList(),
        further,
        answer.confidence(),
        language);
  }

  /**
   * What is kept of an answer that quotes this article and others.
   *
   * @param answer its first quote is of this article
   */
  ShownAnswer shownAmongAll(Quoted answer, @Nullable String language) {
    ShownAnswer shown = shown(answer, language);
    return new ShownAnswer(
        shown.edition(),
        Kind.ANSWER,
        answer.evidence().stream().map(AnswerPages::citedAmongAll).toList(),
        shown.further(),
        shown.confidence(),
        language);
  }

  /** What is kept of a refusal of several articles, of which this one comes closest. */
  ShownAnswer shownAmongAll(NotInArticle answer, @Nullable String language) {
    return new ShownAnswer(
        article.edition(),
        Kind.REFUSAL,
        answer.closest().map(AnswerPages::citedAmongAll).stream().toList(),
        List.of(),
        answer.confidence(),
        language);
  }

  private static Cited citedAmongAll(Evidence evidence) {
    Cited cited = cited(evidence);
    return new Cited(
        cited.passage(),
        cited.span(),
        cited.marks(),
        cited.score(),
        cited.creditAnswers(),
        evidence.quote().article().edition());
  }

  /** What is kept of a refusal. */
  ShownAnswer shown(NotInArticle answer, @Nullable String language) {
    return new ShownAnswer(
        article.edition(),
        Kind.REFUSAL,
        answer.closest().map(AnswerPages::cited).stream().toList(),
        List.of(),
        answer.confidence(),
        language);
  }

  /** What is kept of a passage shown for itself. */
  ShownAnswer shown(Passage passage) {
    return new ShownAnswer(
        article.edition(),
        Kind.PASSAGE,
        List.of(new Cited(passage.id(), passage.whole(), List.of(), 1)),
        List.of(),
        1,
        null);
  }

  /** What is kept of a list. */
  ShownAnswer shownListing() {
    return new ShownAnswer(article.edition(), Kind.LISTING, List.of(), List.of(), 1, null);
  }

  private static Cited cited(Evidence evidence) {
    return new Cited(
        evidence.quote().passage().id(),
        evidence.quote().span(),
        evidence.marks(),
        evidence.score(),
        evidence.creditAnswers(),
        null);
  }

  /**
   * A page of what was shown.
   *
   * @param articles among which this one is
   * @return empty where an article has changed since, or has no such page
   */
  public Optional<Reply> page(ShownAnswer shown, Page page, Articles articles, Messages messages) {
    if (!shown.edition().equals(article.edition())) {
      return Optional.empty();
    }
    return switch (page) {
      case Page.First() -> first(shown, articles, messages);
      case Page.Shelf shelf -> Optional.empty();
      case Page.InContext(String id) ->
          article.passage(id).map(passage -> inContext(shown, passage, messages));
      case Page.Further(int number) -> further(shown, number, messages);
      case Page.Listing listing -> listings.page(listing, messages);
      case Page.Drawn(boolean dark) ->
          Optional.ofNullable(meetings.map(messages)).map(map -> drawn(map, dark, messages));
    };
  }

  private Optional<Reply> first(ShownAnswer shown, Articles articles, Messages messages) {
    List<Cite> quotes = new ArrayList<>();
    for (Cited cited : shown.cited()) {
      Optional<Cite> quote = cite(cited, !quotes.isEmpty(), articles, messages);
      if (quote.isEmpty()) {
        return Optional.empty();
      }
      quotes.add(quote.get());
    }
    List<Part> parts = new ArrayList<>();
    if (shown.language() != null) {
      parts.add(new Say(messages.get("foreign", foreign(shown.language(), messages))));
    }
    if (shown.kind() == Kind.REFUSAL) {
      boolean all = shown.cited().stream().anyMatch(cited -> cited.edition() != null);
      parts.add(new Say(messages.get(all ? "not.in.articles" : "not.in.article")));
      if (!shown.cited().isEmpty()) {
        parts.add(new Say(messages.get("closest")));
      }
    }
    parts.addAll(quotes);
    return Optional.of(new Reply(parts, buttons(shown, articles, messages), List.of()));
  }

  /** A quote; empty where it is of another article that has changed. */
  private Optional<Cite> cite(
      Cited cited, boolean secondary, Articles articles, Messages messages) {
    String edition = cited.edition();
    if (edition == null) {
      return Optional.of(AttributionLine.cite(evidence(cited), secondary, messages));
    }
    Optional<Answerer> own =
        isOwn(cited) ? Optional.of(answerer) : articles.ofEdition(edition).map(Guide::answerer);
    return own.map(
        each -> AttributionLine.citeAmongAll(evidence(each, cited), secondary, messages));
  }

  private static String foreign(String language, Messages messages) {
    return Locale.forLanguageTag(language).getDisplayLanguage(messages.locale());
  }

  private List<List<Button>> buttons(ShownAnswer shown, Articles articles, Messages messages) {
    List<Button> deeper = new ArrayList<>();
    List<Button> onward = new ArrayList<>();
    if (!shown.cited().isEmpty()) {
      Cited best = shown.cited().getFirst();
      deeper.add(new Open(messages.get("button.context"), new Page.InContext(best.passage())));
      if (shown.kind() != Kind.REFUSAL) {
        onward.add(new Copy(messages.get("button.copy"), copyText(best, messages)));
        onward.add(new Share(messages.get("button.share"), share(best, articles)));
      }
    }
    if (!shown.further().isEmpty()) {
      deeper.add(new Open(messages.get("button.more"), new Page.Further(1)));
    }
    if (shown.kind() != Kind.PASSAGE) {
      onward.add(new Rate(messages.get("button.good"), Verdict.GOOD));
      onward.add(new Rate(messages.get("button.bad"), Verdict.BAD));
    }
    return List.of(deeper, onward);
  }

  /**
   * What to type after the bot's name to pass a quote on: its article may not be the chosen one.
   */
  private String share(Cited best, Articles articles) {
    return articles.areSeveral()
        ? new Shared(best.passage(), article.edition()).toString()
        : best.passage();
  }

  private String copyText(Cited best, Messages messages) {
    Evidence evidence = evidence(best);
    return CopyText.of(
        evidence.quote().text(),
        best.edition() == null
            ? AttributionLine.attribution(evidence.attribution(), messages)
            : AttributionLine.amongAll(evidence, messages),
        AttributionLine.shortest(evidence.attribution(), messages),
        COPY_LIMIT);
  }

  private Evidence evidence(Cited cited) {
    return evidence(answerer, cited);
  }

  private static Evidence evidence(Answerer answerer, Cited cited) {
    return answerer.evidence(
        answerer.article().passage(cited.passage()).orElseThrow(),
        cited.span(),
        cited.marks(),
        cited.score(),
        cited.creditAnswers());
  }

  private Reply inContext(ShownAnswer shown, Passage passage, Messages messages) {
    List<Passage> all = article.passages();
    int at = all.indexOf(passage);
    List<Part> parts = new ArrayList<>();
    List<Button> walk = new ArrayList<>();
    if (at > 0) {
      Passage before = all.get(at - 1);
      parts.add(
          AttributionLine.cite(part(before, lastSentences(before), List.of()), false, messages));
      walk.add(new Open(messages.get("button.earlier"), new Page.InContext(before.id())));
    }
    List<Span> marks =
        shown.cited().stream()
            .filter(cited -> isOwn(cited) && cited.passage().equals(passage.id()))
            .flatMap(cited -> cited.marks().stream())
            .toList();
    parts.add(AttributionLine.cite(part(passage, passage.whole(), marks), false, messages));
    if (at + 1 < all.size()) {
      Passage after = all.get(at + 1);
      parts.add(
          AttributionLine.cite(part(after, firstSentences(after), List.of()), false, messages));
      walk.add(new Open(messages.get("button.later"), new Page.InContext(after.id())));
    }
    return new Reply(parts, List.of(walk, List.of(back(messages))), List.of());
  }

  private boolean isOwn(Cited cited) {
    return cited.edition() == null || cited.edition().equals(article.edition());
  }

  private Evidence part(Passage passage, Span shown, List<Span> marks) {
    return answerer.evidence(passage, shown, marks, 1);
  }

  private static Span firstSentences(Passage passage) {
    int end =
        passage.sentences().stream()
            .mapToInt(Span::end)
            .filter(each -> each <= MOST_OF_NEIGHBOUR)
            .max()
            .orElse(passage.text().length());
    return new Span(0, reachesEnd(passage, end) ? passage.text().length() : end);
  }

  private static boolean reachesEnd(Passage passage, int end) {
    return passage.sentences().isEmpty() || end >= passage.sentences().getLast().end();
  }

  private static Span lastSentences(Passage passage) {
    int length = passage.text().length();
    int start =
        passage.sentences().stream()
            .mapToInt(Span::start)
            .filter(each -> length - each <= MOST_OF_NEIGHBOUR)
            .min()
            .orElse(0);
    boolean fromStart =
        passage.sentences().isEmpty() || start <= passage.sentences().getFirst().start();
    return new Span(fromStart ? 0 : start, length);
  }

  private Optional<Reply> further(ShownAnswer shown, int number, Messages messages) {
    return Paging.of(number, FURTHER_A_PAGE, shown.further().size())
        .map(paging -> {
          List<Part> parts = new ArrayList<>();
          parts.add(new Say(messages.get("further")));
          for (String id : paging.of(shown.further())) {
            Evidence evidence = answerer.evidence(article.passage(id).orElseThrow());
            parts.add(AttributionLine.cite(evidence, true, messages));
          }
          List<Button> turns = paging.turns(Page.Further::new, messages);
          return new Reply(parts, List.of(turns, List.of(back(messages))), List.of());
        });
  }

  /** A picture cannot know how dark the reader's screen is: the button changes it. */
  private static Reply drawn(MeetingMap map, boolean dark, Messages messages) {
    Button other =
        new Open(messages.get(dark ? "button.light" : "button.dark"), new Page.Drawn(!dark));
    return new Reply(
        List.of(new Say(map.title()), new Drawing(map, dark)), List.of(List.of(other)), List.of());
  }

  private static Button back(Messages messages) {
    return new Open(messages.get("button.back"), new Page.First());
  }
}
