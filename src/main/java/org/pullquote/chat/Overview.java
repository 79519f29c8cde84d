package org.pullquote.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageKind;
import org.pullquote.chat.Reply.Part;
import org.pullquote.chat.Reply.Say;

/** What the bot says of itself and of the article as a whole. */
final class Overview {

  private final Answerer answerer;
  private final Article article;

  Overview(Answerer answerer) {
    this.answerer = answerer;
    this.article = answerer.article();
  }

  /**
   * The welcome.
   *
   * @param suggestions questions to begin with
   * @param several whether there are several articles
   */
  Reply start(List<String> suggestions, boolean several, Messages messages) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Say(messages.get("start")));
    parts.add(new Say(messages.get("start.article")));
    parts.addAll(headline(messages));
    parts.add(new Say(messages.get("start.how")));
    if (several) {
      parts.add(new Say(messages.get("start.several")));
    }
    return new Reply(parts, List.of(), suggestions);
  }

  /**
   * What can be done, command by command.
   *
   * @param several whether there are several articles
   */
  static Reply help(boolean several, Messages messages) {
    String commands =
        Command.offered(several).stream()
            .map(command -> "/" + command.word() + " – " + command.description(messages))
            .collect(Collectors.joining("\n"));
    return new Reply(
        List.of(
            new Say(messages.get("help")), new Say(commands), new Say(messages.get("help.more"))));
  }

  /** Which article it is. */
  Reply article(Messages messages) {
    Metadata metadata = article.metadata();
    List<Part> parts = new ArrayList<>(headline(messages));
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
    lines.add(passages(article, messages));
    parts.add(new Say(String.join("\n", lines)));
    return new Reply(parts);
  }

  /** How many passages an article has, by kind, in one line. */
  static String passages(Article article, Messages messages) {
    return messages.get(
        "article.passages", article.passages().size(), passageKinds(article, messages));
  }

  private static String passageKinds(Article article, Messages messages) {
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

  private List<Part> headline(Messages messages) {
    return article
        .headline()
        .map(answerer::evidence)
        .<List<Part>>map(evidence -> List.of(AttributionLine.cite(evidence, false, messages)))
        .orElse(List.of());
  }
}
