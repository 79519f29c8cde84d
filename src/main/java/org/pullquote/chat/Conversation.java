package org.pullquote.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answer;
import org.pullquote.answer.Answer.FromMetadata;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answer.SmallTalk;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Passage;
import org.pullquote.chat.Page.Listing;
import org.pullquote.language.ForeignQuestion;

/**
 * One reader's conversation about the article. Remembers the last question and what was shown for
 * it, no more. Not for use by several threads at once.
 */
public final class Conversation {

  private static final Pattern COMMAND =
      Pattern.compile("/(?<name>[A-Za-z0-9_]{1,32})(?:@\\w+)?(?:\\s+(?<rest>.*))?", Pattern.DOTALL);

  /** What stands for all articles where one could be named. */
  private static final String ALL = "all";

  /** In UTF-16 code units; who sends more has pasted something. */
  private static final int LONGEST_QUESTION = 1_000;

  private final Articles articles;
  private final Locale locale;
  private final Storage storage;
  private Choice choice;
  private Topic topic;
  private String topicOf;
  private final Screen screen;

  /** What {@link #topic} means in its article; null until that is asked. */
  private @Nullable Subject subject;

  /**
   * @param articles that it may be about
   * @param locale the language of a reader who has not said which
   */
  public Conversation(Articles articles, Locale locale) {
    this(articles, locale, Storage.FILE, Memory.NONE);
  }

  /**
   * Goes on with a conversation.
   *
   * @param articles that it may be about
   * @param locale the language of a reader who has not said which
   * @param storage where what {@code /privacy} tells of is kept
   * @param memory what was spoken of before
   */
  public Conversation(Articles articles, Locale locale, Storage storage, Memory memory) {
    this.articles = articles;
    this.locale = locale;
    this.storage = storage;
    choice = memory.choice();
    topic = memory.topic();
    topicOf = memory.topicOf();
    screen = new Screen(articles, memory.last(), memory.page());
  }

  /** A conversation about one article. */
  public Conversation(Guide guide, Locale locale) {
    this(new Articles(guide), locale);
  }

  /** Makes another article, or all of them, what is asked from now on. */
  public void choose(Choice other) {
    if (!other.equals(choice)) {
      choice = other;
      forgetSubject();
    }
  }

  private void forgetSubject() {
    subject = null;
    topic = Topic.NONE;
    topicOf = "";
  }

  /** What there is to remember, so that it can go on elsewhere. */
  public Memory memory() {
    return new Memory(
        choice,
        subject == null ? topic : subject.topic(),
        topicOf,
        screen.shown().orElse(null),
        screen.page());
  }

  /**
   * Answers a message in the language of a reader who has not said which.
   *
   * @param message a command ({@code /help}, {@code /ask Who …?}) or a question
   */
  public Turn say(String message) {
    return say(new ReaderMessage(message, locale));
  }

  /** Answers a message. */
  public Turn say(ReaderMessage message) {
    String text = message.text().strip();
    Messages messages = Messages.in(message.locale());
    Matcher command = COMMAND.matcher(text);
    Turn turn =
        command.matches()
            ? command(command.group("name"), rest(command), messages)
            : bare(text, messages).orElseGet(() -> ask(text, message.pointedAt(), messages));
    if (turn.shown() != null) {
      screen.remember(turn.shown());
    }
    if (turn.chosen() != null) {
      choose(turn.chosen());
    }
    return turn;
  }

  /** What is asked for without a question; empty where the message is one. */
  private Optional<Turn> bare(String text, Messages messages) {
    return BareRequest.of(text)
        .flatMap(request ->
            switch (request) {
              case BareRequest.OfCommand(Command named) ->
                  Optional.of(command(named, "", messages));
              case BareRequest.OfPassage(String place) ->
                  articles.isAll(choice)
                      ? Optional.empty()
                      : guide().passage(place).map(passage -> passage(passage, messages));
              case BareRequest.OfSummary() -> Optional.of(summary(messages));
            });
  }

  private Turn summary(Messages messages) {
    return Turn.told(
        articles.isAll(choice)
            ? Reply.saying(messages.get("no.summary"))
            : guide().overview().instead(messages));
  }

  private static String rest(Matcher command) {
    String rest = command.group("rest");
    return rest == null ? "" : rest.strip();
  }

  private Turn command(String name, String rest, Messages messages) {
    Optional<Command> known = Command.of(name);
    return known.isPresent()
        ? command(known.get(), rest, messages)
        : guide()
            .article()
            .passage(name.toLowerCase(Locale.ROOT))
            .map(passage -> passage(passage, messages))
            .orElseGet(() -> Turn.told(Reply.saying(messages.get("unknown.command"))));
  }

  /** To the chosen article; where all are chosen, to the one that is there from the start. */
  private Guide guide() {
    return articles.guide(choice);
  }

  private Turn command(Command command, String rest, Messages messages) {
    if (command.isOfOneArticle() && articles.isAll(choice)) {
      return Turn.told(Reply.saying(messages.get("articles.which")));
    }
    return switch (command) {
      case START -> start(rest, messages);
      case HELP -> Turn.told(Overview.help(articles.areSeveral(), messages));
      case ARTICLE -> Turn.told(guide().overview().article(messages));
      case ARTICLES -> articles(rest, messages);
      case ABOUT -> Turn.told(Reply.saying(messages.get("about")));
      case PRIVACY ->
          Turn.told(
              Reply.saying(
                  messages.get(
                      "privacy",
                      messages.get(storage.erasure()),
                      messages.get(storage.spokenOf()))));
      case FORGET -> forget(messages);
      case ASK ->
          rest.isEmpty()
              ? Turn.told(Reply.saying(messages.get("ask.empty")))
              : ask(rest, null, messages);
      case PASSAGE -> passage(rest, messages);
      case PEOPLE -> list(Listing.Kind.PEOPLE, messages);
      case PLACES -> list(Listing.Kind.PLACES, messages);
      case PHOTOS -> list(Listing.Kind.PHOTOS, messages);
      case SAID -> list(Listing.Kind.SAID, messages);
      case MEETINGS -> list(Listing.Kind.MEETINGS, messages);
      case MAP -> map(messages);
      case CONTEXT, MORE, BACK -> screen.turn(command, choice, messages);
    };
  }

  /** The welcome, or the passage that a link to the bot names. */
  private Turn start(String parameter, Messages messages) {
    Guide guide = guide();
    return guide
        .article()
        .passage(parameter.toLowerCase(Locale.ROOT))
        .map(passage -> passage(passage, messages))
        .orElseGet(() ->
            Turn.told(guide.overview().start(guide.examples(), articles.areSeveral(), messages)));
  }

  /** The articles to choose from, or the choice of one by its name. */
  private Turn articles(String name, Messages messages) {
    if (name.isEmpty()) {
      return screen
          .show(ShownAnswer.shelf(), new Page.Shelf(1), choice, messages)
          .orElseGet(() -> Turn.told(Reply.saying(messages.get("articles.one"))));
    }
    Choice named =
        name.equalsIgnoreCase(ALL)
            ? Choice.ALL
            : articles.named(name).map(file -> new Choice(file.key())).orElse(Choice.STANDARD);
    return articles.canChoose(named)
        ? new Turn(
            Optional.empty(), articles.chosen(named, messages), ShownAnswer.shelf(), false, named)
        : Turn.told(Reply.saying(messages.get("articles.gone")));
  }

  private Turn map(Messages messages) {
    return screen
        .show(guide().pages().shownListing(), new Page.Drawn(false), choice, messages)
        .orElseGet(() -> Turn.told(Reply.saying(messages.get("map.none"))));
  }

  private Turn passage(String place, Messages messages) {
    return guide()
        .passage(place)
        .map(passage -> passage(passage, messages))
        .orElseGet(() -> Turn.told(Reply.saying(messages.get("passage.which"))));
  }

  private Turn passage(Passage passage, Messages messages) {
    return show(guide().pages().shown(passage), new Page.First(), messages);
  }

  private Turn list(Listing.Kind kind, Messages messages) {
    return show(guide().pages().shownListing(), new Listing(kind, 1), messages);
  }

  private Turn show(ShownAnswer shown, Page first, Messages messages) {
    return screen.show(shown, first, choice, messages).orElseThrow();
  }

  private Turn forget(Messages messages) {
    forgetSubject();
    screen.clear();
    return new Turn(Optional.empty(), Reply.saying(messages.get("forgotten")), null, true);
  }

  /**
   * Answers a question, whatever it begins with.
   *
   * @param question in the reader's words
   */
  public Turn ask(String question) {
    return ask(question, null, Messages.in(locale));
  }

  private Turn ask(String question, @Nullable PointedAt quoted, Messages messages) {
    screen.beginAnswer();
    if (question.length() > LONGEST_QUESTION) {
      return told(
          new SmallTalk(SmallTalk.Kind.NO_QUESTION), Reply.saying(messages.get("too.long")));
    }
    Optional<Guide> pointedAt = pointedAt(quoted);
    return articles.isAll(choice) && pointedAt.isEmpty()
        ? askAll(question, messages)
        : askOne(pointedAt.orElseGet(this::guide), question, quoted, messages);
  }

  /** The article of what was shown last, if a reader points at words of it. */
  private Optional<Guide> pointedAt(@Nullable PointedAt quoted) {
    return quoted == null
        ? Optional.empty()
        : screen
            .shown()
            .flatMap(last -> articles.ofEdition(last.edition()))
            .filter(guide -> guide.pointedAt(quoted).isPresent());
  }

  private Turn askOne(Guide guide, String question, @Nullable PointedAt quoted, Messages messages) {
    Subject subject = subject(guide);
    Optional<Passage> pointedAt = Optional.ofNullable(quoted).flatMap(guide::pointedAt);
    pointedAt.ifPresent(subject::pointAt);
    Optional<ForeignQuestion> foreign = guide.foreign(question);
    String language = foreign.map(ForeignQuestion::language).orElse(null);
    String words = foreign.map(ForeignQuestion::inEnglish).orElse(question);
    if (pointedAt.isPresent() && FollowUp.asksWhoSaidIt(words)) {
      return reply(guide, guide.answerer().speaker(pointedAt.get()), language, true, messages);
    }
    Subject.Resolved resolved = subject.resolve(words);
    boolean followUp = !resolved.equals(Subject.Resolved.alone(words));
    return reply(guide, answer(guide, subject, resolved), language, followUp, messages);
  }

  /**
   * @param followUp whether the question would be another one by itself
   */
  private Turn reply(
      Guide guide, Answer answer, @Nullable String language, boolean followUp, Messages messages) {
    return switch (answer) {
      case Quoted quotes ->
          shown(answer, guide.pages().shown(quotes, language).following(followUp), messages);
      case NotInArticle refused ->
          shown(answer, guide.pages().shown(refused, language).following(followUp), messages);
      case FromMetadata known -> told(answer, Reply.saying(metadata(known, messages)));
      case SmallTalk(SmallTalk.Kind kind) -> told(answer, smallTalk(kind, messages));
    };
  }

  /** What this conversation is about, of that article: of another one, nothing is remembered. */
  private Subject subject(Guide guide) {
    Subject known = subject;
    String edition = guide.article().edition();
    if (known == null || !topicOf.equals(edition)) {
      known =
          new Subject(
              guide.article(),
              guide.answerer().names(),
              topicOf.equals(edition) ? topic : Topic.NONE);
      subject = known;
      topicOf = edition;
    }
    return known;
  }

  /** What this conversation is about; empty where that is nothing yet, or its article is gone. */
  private Optional<Subject> subject() {
    return topicOf.isEmpty()
        ? Optional.empty()
        : articles.ofEdition(topicOf).map(guide -> subject(guide));
  }

  private static Answer answer(Guide guide, Subject subject, Subject.Resolved resolved) {
    Answer answer = guide.answerer().answer(resolved.question(), resolved.context());
    if (answer instanceof Quoted quotes) {
      subject.remember(resolved, quotes);
    }
    return answer;
  }

  /** Answers from all articles; what follows upon it is about the one that answers best. */
  private Turn askAll(String question, Messages messages) {
    Optional<ForeignQuestion> foreign = ForeignQuestion.of(question, Locale.ENGLISH, List.of());
    String language = foreign.map(ForeignQuestion::language).orElse(null);
    String words = foreign.map(ForeignQuestion::inEnglish).orElse(question);
    Subject.Resolved resolved =
        subject()
            .map(spokenOf -> spokenOf.resolve(words))
            .orElseGet(() -> Subject.Resolved.alone(words));
    boolean followUp = !resolved.equals(Subject.Resolved.alone(words));
    Answer answer = articles.askAll(resolved.question(), resolved.context());
    return switch (answer) {
      case Quoted quotes -> {
        Guide best = guideOf(quotes.evidence().getFirst());
        subject(best).remember(resolved, quotes);
        yield shown(
            answer, best.pages().shownAmongAll(quotes, language).following(followUp), messages);
      }
      case NotInArticle refused when refused.closest().isPresent() ->
          shown(
              answer,
              guideOf(refused.closest().get())
                  .pages()
                  .shownAmongAll(refused, language)
                  .following(followUp),
              messages);
      case SmallTalk(SmallTalk.Kind kind) -> told(answer, smallTalk(kind, messages));
      default -> told(answer, Reply.saying(messages.get("not.in.articles")));
    };
  }

  private Guide guideOf(Evidence evidence) {
    return articles.ofEdition(evidence.quote().article().edition()).orElseThrow();
  }

  private Turn shown(Answer answer, ShownAnswer shown, Messages messages) {
    Reply reply = articles.page(shown, new Page.First(), choice, messages).orElseThrow();
    return new Turn(Optional.of(answer), reply, shown, false);
  }

  private static Turn told(Answer answer, Reply reply) {
    return new Turn(Optional.of(answer), reply, null, false);
  }

  private static String metadata(FromMetadata known, Messages messages) {
    String key =
        switch (known.question()) {
          case AUTHOR -> "article.by";
          case PUBLISHER -> "article.publisher";
          case PUBLISHED -> "article.published";
          case URL -> "article.url";
        };
    return messages.get(key, known.value());
  }

  private Reply smallTalk(SmallTalk.Kind kind, Messages messages) {
    return switch (kind) {
      case GREETING -> Reply.saying(messages.get("greeting"));
      case FAREWELL -> Reply.saying(messages.get("farewell"));
      case THANKS -> Reply.saying(messages.get("thanks"));
      case NOD -> Reply.saying(messages.get("nod"));
      case ABOUT_BOT -> Overview.help(articles.areSeveral(), messages);
      case NO_QUESTION -> Reply.saying(messages.get("no.question"));
    };
  }
}
