package org.pullquote.chat;

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
import org.pullquote.answer.Answerer;
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

  /** In UTF-16 code units; who sends more has pasted something. */
  private static final int LONGEST_QUESTION = 1_000;

  private final Guide guide;
  private final Answerer answerer;
  private final AnswerPages pages;
  private final Locale locale;
  private final Subject subject;
  private @Nullable ShownAnswer last;
  private Page page = new Page.First();

  /**
   * @param guide to the article that it is about
   * @param locale the language of a reader who has not said which
   */
  public Conversation(Guide guide, Locale locale) {
    this.guide = guide;
    this.answerer = guide.answerer();
    this.pages = guide.pages();
    this.locale = locale;
    this.subject = new Subject(answerer.names());
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
            : ask(text, message.quoted(), messages);
    if (turn.shown() != null) {
      last = turn.shown();
    }
    return turn;
  }

  private static String rest(Matcher command) {
    String rest = command.group("rest");
    return rest == null ? "" : rest.strip();
  }

  private Turn command(String name, String rest, Messages messages) {
    Optional<Command> known = Command.of(name);
    return known.isPresent()
        ? command(known.get(), rest, messages)
        : answerer
            .article()
            .passage(name.toLowerCase(Locale.ROOT))
            .map(passage -> passage(passage, messages))
            .orElseGet(() -> Turn.told(Reply.saying(messages.get("unknown.command"))));
  }

  private Turn command(Command command, String rest, Messages messages) {
    return switch (command) {
      case START -> start(rest, messages);
      case HELP -> Turn.told(Overview.help(messages));
      case ARTICLE -> Turn.told(guide.overview().article(messages));
      case ABOUT -> Turn.told(Reply.saying(messages.get("about")));
      case PRIVACY -> Turn.told(Reply.saying(messages.get("privacy")));
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
      case CONTEXT, MORE, BACK -> turnTo(command, messages);
    };
  }

  /** The welcome, or the passage that a link to the bot names. */
  private Turn start(String parameter, Messages messages) {
    return answerer
        .article()
        .passage(parameter.toLowerCase(Locale.ROOT))
        .map(passage -> passage(passage, messages))
        .orElseGet(() -> Turn.told(guide.overview().start(guide.examples(), messages)));
  }

  private Turn map(Messages messages) {
    return guide.meetings().map(messages) == null
        ? Turn.told(Reply.saying(messages.get("map.none")))
        : show(pages.shownListing(), new Page.Drawn(false), messages);
  }

  private Turn passage(String place, Messages messages) {
    return guide
        .passage(place)
        .map(passage -> passage(passage, messages))
        .orElseGet(() -> Turn.told(Reply.saying(messages.get("passage.which"))));
  }

  private Turn passage(Passage passage, Messages messages) {
    return show(pages.shown(passage), new Page.First(), messages);
  }

  private Turn list(Listing.Kind kind, Messages messages) {
    return show(pages.shownListing(), new Listing(kind, 1), messages);
  }

  private Turn show(ShownAnswer shown, Page first, Messages messages) {
    page = first;
    return Turn.told(pages.page(shown, first, messages).orElseThrow(), shown);
  }

  /** What the buttons do, for who types. */
  private Turn turnTo(Command command, Messages messages) {
    ShownAnswer shown = last;
    if (shown == null) {
      return Turn.told(Reply.saying(messages.get("nothing.shown")));
    }
    Page next = next(command, shown);
    Optional<Reply> reply = pages.page(shown, next, messages);
    if (reply.isEmpty()) {
      return Turn.told(Reply.saying(messages.get("no.more")));
    }
    page = next;
    return Turn.told(reply.get(), shown);
  }

  private Page next(Command command, ShownAnswer shown) {
    if (command == Command.CONTEXT && !shown.cited().isEmpty()) {
      return new Page.InContext(shown.passages().getFirst());
    }
    if (command == Command.BACK) {
      return switch (page) {
        case Listing(Listing.Kind kind, int number) -> new Listing(kind, Math.max(1, number - 1));
        case Page.Drawn drawn -> drawn;
        case Page.First first -> first;
        case Page.InContext inContext -> new Page.First();
        case Page.Further further -> new Page.First();
      };
    }
    return switch (page) {
      case Page.Further(int number) -> new Page.Further(number + 1);
      case Listing(Listing.Kind kind, int number) -> new Listing(kind, number + 1);
      case Page.First first -> new Page.Further(1);
      case Page.InContext inContext -> new Page.Further(1);
      case Page.Drawn(boolean dark) -> new Page.Further(1);
    };
  }

  private Turn forget(Messages messages) {
    subject.forget();
    last = null;
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

  private Turn ask(String question, @Nullable String quoted, Messages messages) {
    page = new Page.First();
    if (question.length() > LONGEST_QUESTION) {
      return told(
          new SmallTalk(SmallTalk.Kind.NO_QUESTION), Reply.saying(messages.get("too.long")));
    }
    Optional<Passage> pointedAt = Optional.ofNullable(quoted).flatMap(guide::quotedIn);
    pointedAt.ifPresent(subject::pointAt);
    Optional<ForeignQuestion> foreign = guide.foreign(question);
    String language = foreign.map(ForeignQuestion::language).orElse(null);
    String words = foreign.map(ForeignQuestion::inEnglish).orElse(question);
    if (pointedAt.isPresent() && FollowUp.asksWhoSaidIt(words)) {
      return afterOthers(reply(answerer.speaker(pointedAt.get()), language, messages));
    }
    Subject.Resolved resolved = subject.resolve(words);
    Turn turn = reply(answer(resolved), language, messages);
    return resolved.equals(Subject.Resolved.alone(words)) ? turn : afterOthers(turn);
  }

  private static Turn afterOthers(Turn turn) {
    ShownAnswer shown = turn.shown();
    return shown == null
        ? turn
        : new Turn(turn.answer(), turn.reply(), shown.afterOthers(), turn.forgets());
  }

  private Answer answer(Subject.Resolved resolved) {
    Answer answer = answerer.answer(resolved.question(), resolved.context());
    if (answer instanceof Quoted quotes) {
      subject.remember(resolved, quotes);
    }
    return answer;
  }

  private Turn reply(Answer answer, @Nullable String language, Messages messages) {
    return switch (answer) {
      case Quoted quoted -> shown(answer, pages.shown(quoted, language), messages);
      case NotInArticle refused -> shown(answer, pages.shown(refused, language), messages);
      case FromMetadata known -> told(answer, Reply.saying(metadata(known, messages)));
      case SmallTalk(SmallTalk.Kind kind) -> told(answer, smallTalk(kind, messages));
    };
  }

  private Turn shown(Answer answer, ShownAnswer shown, Messages messages) {
    Reply reply = pages.page(shown, new Page.First(), messages).orElseThrow();
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

  private static Reply smallTalk(SmallTalk.Kind kind, Messages messages) {
    return switch (kind) {
      case GREETING -> Reply.saying(messages.get("greeting"));
      case FAREWELL -> Reply.saying(messages.get("farewell"));
      case THANKS -> Reply.saying(messages.get("thanks"));
      case NOD -> Reply.saying(messages.get("nod"));
      case ABOUT_BOT -> Overview.help(messages);
      case NO_QUESTION -> Reply.saying(messages.get("no.question"));
    };
  }
}
