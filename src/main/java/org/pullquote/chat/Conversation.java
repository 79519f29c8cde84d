package org.pullquote.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answer;
import org.pullquote.answer.Answer.FromMetadata;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answer.SmallTalk;
import org.pullquote.answer.Answerer;
import org.pullquote.answer.Evidence;
import org.pullquote.answer.MetadataQuestion;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Part;
import org.pullquote.chat.Reply.Say;

/**
 * One reader's conversation about the article. Remembers the last question and what was shown for
 * it, no more. Not for use by several threads at once.
 */
public final class Conversation {

  /** The commands it knows, without the slash. */
  public static final Set<String> COMMANDS = Set.of("start", "help", "ask", "article");

  private static final Pattern COMMAND =
      Pattern.compile("/(?<name>[A-Za-z0-9_]{1,32})(?:@\\w+)?(?:\\s+(?<rest>.*))?", Pattern.DOTALL);

  private final Answerer answerer;
  private final Messages messages;

  private final Subject subject;

  public Conversation(Answerer answerer, Messages messages) {
    this.answerer = answerer;
    this.messages = messages;
    this.subject = new Subject(answerer.names());
  }

  /**
   * Answers a message.
   *
   * @param message a command ({@code /help}, {@code /ask Who …?}) or a question
   */
  public Turn say(String message) {
    String text = message.strip();
    Matcher command = COMMAND.matcher(text);
    return command.matches() ? command(command.group("name"), command.group("rest")) : ask(text);
  }

  private Turn command(String name, @Nullable String rest) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "start" -> told(start());
      case "help" -> told(new Say(messages.get("help")));
      case "article" -> told(article());
      case "ask" ->
          rest == null || rest.isBlank()
              ? told(new Say(messages.get("ask.empty")))
              : ask(rest.strip());
      default ->
          told(
              passage(name)
                  .map(passage -> cite(answerer.evidence(passage)))
                  .orElse(new Say(messages.get("unknown.command"))));
    };
  }

  /** The passage that a command such as {@code /p5} shows. */
  private Optional<Passage> passage(String command) {
    return answerer.article().passage(command.toLowerCase(Locale.ROOT));
  }

  private static Turn told(Part part) {
    return told(List.of(part));
  }

  private static Turn told(List<Part> parts) {
    return new Turn(Optional.empty(), new Reply(parts));
  }

  /**
   * Answers a question, whatever it begins with.
   *
   * @param question in the reader's words
   */
  public Turn ask(String question) {
    Subject.Resolved resolved = subject.resolve(question);
    Answer answer = answerer.answer(resolved.question(), resolved.context());
    if (answer instanceof Quoted quoted) {
      subject.remember(resolved, quoted);
    }
    return new Turn(Optional.of(answer), new Reply(parts(answer)));
  }

  private List<Part> parts(Answer answer) {
    return switch (answer) {
      case Quoted quoted -> quoted.evidence().stream().map(this::cite).toList();
      case NotInArticle(Optional<Evidence> closest, var ranked, var confidence) -> {
        List<Part> parts = new ArrayList<>();
        parts.add(new Say(messages.get("not.in.article")));
        closest.ifPresent(evidence -> {
          parts.add(new Say(messages.get("closest")));
          parts.add(cite(evidence));
        });
        yield parts;
      }
      case FromMetadata(MetadataQuestion question, String value) ->
          List.of(
              new Say(
                  messages.get(
                      switch (question) {
                        case AUTHOR -> "article.by";
                        case PUBLISHER -> "article.publisher";
                        case PUBLISHED -> "article.published";
                        case URL -> "article.url";
                      },
                      value)));
      case SmallTalk(SmallTalk.Kind kind) ->
          List.of(
              new Say(
                  messages.get(
                      switch (kind) {
                        case GREETING -> "greeting";
                        case FAREWELL -> "farewell";
                        case THANKS -> "thanks";
                        case NOD -> "nod";
                        case ABOUT_BOT -> "help";
                        case NO_QUESTION -> "no.question";
                      })));
    };
  }

  private Part cite(Evidence evidence) {
    return new Cite(evidence.quote(), evidence.marks(), AttributionLine.of(evidence, messages));
  }

  private List<Part> start() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Say(messages.get("start")));
    parts.add(new Say(messages.get("start.article")));
    parts.addAll(headline());
    parts.add(new Say(messages.get("start.how")));
    return parts;
  }

  private List<Part> article() {
    Article article = answerer.article();
    Metadata metadata = article.metadata();
    List<Part> parts = new ArrayList<>(headline());
    List<String> lines = new ArrayList<>();
    if (!metadata.authors().isEmpty()) {
      lines.add(messages.get("article.by", String.join(", ", metadata.authors())));
    }
    if (metadata.published() != null) {
      lines.add(messages.get("article.published", metadata.published()));
    }
    if (metadata.url() != null) {
      lines.add(metadata.url());
    }
    lines.add(messages.get("article.passages", article.passages().size(), passageKinds(article)));
    parts.add(new Say(String.join("\n", lines)));
    return parts;
  }

  private String passageKinds(Article article) {
    List<String> kinds = new ArrayList<>();
    for (PassageKind kind : List.of(PassageKind.HEADLINE, PassageKind.STANDFIRST)) {
      if (article.count(kind) > 0) {
        kinds.add(messages.get("passage." + kind.label()));
      }
    }
    if (article.count(PassageKind.PARAGRAPH) > 0) {
      kinds.add(messages.get("article.paragraphs", article.count(PassageKind.PARAGRAPH)));
    }
    if (article.count(PassageKind.CAPTION) > 0) {
      kinds.add(messages.get("article.captions", article.count(PassageKind.CAPTION)));
    }
    return String.join(", ", kinds);
  }

  private List<Part> headline() {
    return answerer
        .article()
        .headline()
        .<List<Part>>map(passage -> List.of(cite(answerer.evidence(passage))))
        .orElse(List.of());
  }
}
