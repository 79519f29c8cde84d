package org.pullquote.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answer;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answerer;
import org.pullquote.answer.Context;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Article;
import org.pullquote.library.AskAll;
import org.pullquote.library.Library;
import org.pullquote.library.LibraryException;
import org.pullquote.search.IndexedArticle;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.LibraryIndexException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The articles that conversations may be about: one that is there from the start, and those of a
 * library, if there is one. May be used by several threads at once.
 */
public final class Articles {

  private static final Logger log = LoggerFactory.getLogger(Articles.class);

  private static final String SEVERAL_MISSING = "there is one article only";

  private final Guide standard;
  private final Choice standardChoice;
  private final @Nullable Library library;
  private final @Nullable AskAll all;
  private volatile boolean several;

  /** As long as somebody uses them; an answerer that the library has put away is not kept. */
  private final Cache<Answerer, Guide> guides =
      Caffeine.newBuilder().weakKeys().weakValues().build();

  /** One article and no library. */
  public Articles(Guide only) {
    this.standard = only;
    this.standardChoice = Choice.STANDARD;
    this.library = null;
    this.all = null;
  }

  /**
   * A library, and an article to begin with.
   *
   * @param standardKey that article's key, if it is one of the library's; else empty
   */
  public Articles(Guide standard, String standardKey, Library library, AskAll all) {
    this.standard = standard;
    this.standardChoice = new Choice(standardKey);
    this.library = library;
    this.all = all;
  }

  /**
   * What the library says; where there is none, something else.
   *
   * @throws OutOfReachException if its index cannot be used
   */
  private <T> T ask(Function<Library, T> asked, T otherwise) {
    if (library == null) {
      return otherwise;
    }
    try {
      return asked.apply(library);
    } catch (LibraryIndexException e) {
      throw new OutOfReachException(e);
    }
  }

  /** The same, but for what can be answered without the index, too. */
  private static <T> T orElse(Supplier<T> asked, T otherwise) {
    try {
      return asked.get();
    } catch (OutOfReachException e) {
      log.warn("{}", e.getMessage());
      return otherwise;
    }
  }

  /**
   * Whether there is anything to choose from; while the index is out of reach, whether there was.
   */
  public boolean areSeveral() {
    several = orElse(this::countsSeveral, several);
    return several;
  }

  private boolean countsSeveral() {
    int size = size();
    return size > 1 || (size == 1 && indexed(standardChoice).isEmpty());
  }

  /**
   * Whether a choice means all articles, and there are several.
   *
   * @throws OutOfReachException if that depends on the index, and it cannot be used
   */
  boolean isAll(Choice choice) {
    return choice.equals(Choice.ALL) && countsSeveral();
  }

  /**
   * The guide to the article that is chosen, as it is now; where it is gone, and for all of them,
   * to the one that is there from the start.
   *
   * @throws OutOfReachException if another one is chosen, and the index cannot be used: an answer
   *     from the one that is there would be from the wrong article
   */
  Guide guide(Choice choice) {
    return indexed(choice)
        .or(() -> orElse(() -> indexed(standardChoice), Optional.empty()))
        .flatMap(this::open)
        .orElse(standard);
  }

  /**
   * What is kept of a chosen article; empty where none of the library is chosen.
   *
   * @throws OutOfReachException if one is, and the index cannot be used
   */
  Optional<IndexedFile> indexed(Choice choice) {
    return choice.equals(Choice.STANDARD) || choice.equals(Choice.ALL)
        ? Optional.empty()
        : ask(library -> library.keyed(choice.key()), Optional.empty());
  }

  /** The article that is called so. */
  Optional<IndexedFile> named(String name) {
    return ask(library -> library.named(name), Optional.empty());
  }

  /**
   * The choice that is meant by a chat's choice: the article that is there from the start, named.
   */
  Choice resolved(Choice choice) {
    return isAll(choice) || indexed(choice).isPresent() ? choice : standardChoice;
  }

  private Optional<Guide> open(IndexedFile file) {
    if (IndexedArticle.of(standard.article()).equals(file.article())) {
      return Optional.of(standard);
    }
    try {
      return Optional.of(guide(Objects.requireNonNull(library).open(file)));
    } catch (LibraryException e) {
      // Gone since it was indexed.
      return Optional.empty();
    }
  }

  private Guide guide(Answerer answerer) {
    return guides.get(answerer, Guide::new);
  }

  /** The guide to the article with just those passages; empty where it has changed or is gone. */
  Optional<Guide> ofEdition(String edition) {
    Guide first = guide(Choice.STANDARD);
    if (isOf(edition, first.article())) {
      return Optional.of(first);
    }
    return ask(library -> library.ofEdition(edition), Optional.<IndexedFile>empty())
        .flatMap(this::open)
        .filter(guide -> isOf(edition, guide.article()));
  }

  private static boolean isOf(String edition, Article article) {
    return article.edition().equals(edition);
  }

  /** The article that is there from the start, as it is now. */
  public Article standardArticle() {
    return guide(Choice.STANDARD).article();
  }

  /**
   * How many articles can be chosen.
   *
   * @throws OutOfReachException if the index cannot be used
   */
  int size() {
    return ask(Library::size, 0);
  }

  /** A part of the articles that can be chosen, the last changed first. */
  List<IndexedFile> page(int from, int most) {
    return ask(library -> library.articles(from, most), List.of());
  }

  /**
   * A page of what was shown, from the article that it belongs to.
   *
   * @param choice of the chat where it is shown
   * @return empty where that article has changed or is gone, or has no such page
   */
  public Optional<Reply> page(ShownAnswer shown, Page page, Choice choice, Messages messages) {
    if (page instanceof Page.Shelf(int number)) {
      return ArticleList.page(this, number, choice, messages);
    }
    return ofEdition(shown.edition())
        .flatMap(guide -> guide.pages().page(shown, page, this, messages));
  }

  /**
   * What all articles have to say, each quote with its own.
   *
   * @throws OutOfReachException if the index cannot be used
   */
  Answer askAll(String question, Context context) {
    try {
      return Objects.requireNonNull(all, SEVERAL_MISSING).answer(question, context);
    } catch (LibraryIndexException e) {
      throw new OutOfReachException(e);
    }
  }

  /**
   * Quotes to pass on for what somebody types after the bot's name.
   *
   * @param choice of the private chat of who types
   */
  public List<Citation> citations(Choice choice, String typed) {
    String words = typed.strip();
    Optional<Shared> shared = Shared.read(words);
    if (shared.isPresent()) {
      return ofEdition(shared.get().edition())
          .map(guide -> guide.citations(shared.get().passage()))
          .orElse(List.of());
    }
    if (!isAll(choice) || words.isEmpty()) {
      return guide(choice).citations(words);
    }
    Messages messages = Messages.in(Locale.ENGLISH);
    return askAll(words, Context.NONE) instanceof Quoted quoted
        ? quoted.evidence().stream().map(each -> citation(each, messages)).toList()
        : List.of();
  }

  private static Citation citation(Evidence evidence, Messages messages) {
    Reply.Cite cite = AttributionLine.citeAmongAll(evidence, false, messages);
    return new Citation(evidence.quote(), cite.source().text(), new Reply(List.of(cite)));
  }

  /** Whether a choice is of an article that can be asked, or of all of them. */
  public boolean canChoose(Choice choice) {
    return isAll(choice) || indexed(choice).isPresent() || isApart(choice);
  }

  /**
   * Whether a choice is the article that is there from the start, and that is not the library's.
   */
  private boolean isApart(Choice choice) {
    return choice.equals(Choice.STANDARD) && isStandardApart();
  }

  /** Whether the article that is there from the start is none of the library's. */
  boolean isStandardApart() {
    return indexed(standardChoice).isEmpty();
  }

  /** What a reader is told who has chosen. */
  public Reply chosen(Choice choice, Messages messages) {
    return ArticleList.chosen(this, choice, messages);
  }
}
