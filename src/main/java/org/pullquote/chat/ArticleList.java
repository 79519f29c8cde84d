package org.pullquote.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pullquote.chat.Button.Choose;
import org.pullquote.chat.Button.Open;
import org.pullquote.chat.Reply.Say;
import org.pullquote.search.IndexedArticle;
import org.pullquote.search.IndexedFile;

/** The articles to choose from, page by page, and what is said once one is chosen. */
final class ArticleList {

  private static final int A_PAGE = 6;

  /** Of a title on a button, in UTF-16 code units: a phone shows about as many. */
  private static final int LONGEST_LABEL = 48;

  private static final String CHOSEN = "✓ ";

  private ArticleList() {}

  /** A page; empty where there is no such page. */
  static Optional<Reply> page(Articles articles, int number, Choice choice, Messages messages) {
    return Paging.of(number, A_PAGE, articles.size())
        .map(paging -> {
          Choice now = articles.resolved(choice);
          List<IndexedFile> files = articles.page(paging.from(), paging.to() - paging.from());
          String lines =
              files.stream()
                  .map(file -> "• " + line(Objects.requireNonNull(file.article()), file.name()))
                  .collect(Collectors.joining("\n"));
          List<List<Button>> rows = new ArrayList<>();
          if (articles.areSeveral()) {
            files.forEach(file -> rows.add(List.of(button(file, now))));
            if (articles.isStandardApart()) {
              rows.add(List.of(standard(articles, now)));
            }
            boolean all = now.equals(Choice.ALL);
            rows.add(
                List.of(
                    new Choose((all ? CHOSEN : "") + messages.get("articles.all"), Choice.ALL)));
          }
          rows.add(paging.turns(Page.Shelf::new, messages));
          return new Reply(
              List.of(new Say(messages.get("articles")), new Say(lines)), rows, List.of());
        });
  }

  private static Button button(IndexedFile file, Choice now) {
    Choice choice = new Choice(file.key());
    String title = title(Objects.requireNonNull(file.article()), file.name());
    return new Choose((choice.equals(now) ? CHOSEN : "") + shortened(title), choice);
  }

  /** The article that is there from the start and not in the library. */
  private static Button standard(Articles articles, Choice now) {
    boolean chosen = !now.equals(Choice.ALL) && articles.indexed(now).isEmpty();
    return new Choose((chosen ? CHOSEN : "") + shortened(standardTitle(articles)), Choice.STANDARD);
  }

  private static String standardTitle(Articles articles) {
    return title(IndexedArticle.of(articles.standardArticle()), Choice.STANDARD.key());
  }

  private static String shortened(String title) {
    return title.length() <= LONGEST_LABEL ? title : CopyText.cut(title, LONGEST_LABEL, "…");
  }

  private static String line(IndexedArticle article, String name) {
    return Stream.of(title(article, name), article.publisher(), article.published())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(AttributionLine.SEPARATOR));
  }

  private static String title(IndexedArticle article, String name) {
    return article.title() == null ? name : article.title();
  }

  static Reply chosen(Articles articles, Choice choice, Messages messages) {
    String said =
        articles
            .indexed(choice)
            .map(file ->
                messages.get(
                    "articles.chosen", line(Objects.requireNonNull(file.article()), file.name())))
            .orElseGet(() ->
                choice.equals(Choice.ALL)
                    ? messages.get("articles.all.chosen")
                    : messages.get("articles.chosen", standardTitle(articles)));
    return new Reply(
        List.of(new Say(said)),
        List.of(List.of(new Open(messages.get("articles.back"), new Page.Shelf(1)))),
        List.of());
  }
}
