package org.pullquote.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.article.EnglishSentences;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Guide;
import org.pullquote.chat.Messages;
import org.pullquote.library.ArticleFileName;
import org.pullquote.library.AskAll;
import org.pullquote.library.Library;
import org.pullquote.library.LibraryException;
import org.pullquote.library.LibraryFolder;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.LibraryIndex;
import org.pullquote.search.LibraryIndexException;
import org.pullquote.search.LuceneLibraryIndex;
import org.pullquote.search.LuceneSearch;
import org.pullquote.search.OnnxModel;
import org.pullquote.search.PassageSearch;
import org.pullquote.search.StoredModel;
import org.pullquote.search.TextModel;
import org.pullquote.search.solr.SolrLibraryIndex;
import org.pullquote.search.solr.SolrSettings;
import org.pullquote.text.ReadResult;

/** The wiring: what the commands need, made from the configuration. */
final class Program {

  /** So much memory a passage of an open article takes, in bytes: mostly vectors. */
  private static final long PASSAGE_BYTES = 300_000;

  /** What the model read of articles may take so many bytes on disk: that of some 2,000. */
  private static final long MOST_VECTORS = 4L << 30;

  /** The articles of the library that are open may take one part in so many of the memory. */
  private static final int SHARE_OF_OPEN = 4;

  private final Surroundings surroundings;
  private final Config config;
  private final @Nullable Path articleOption;
  private final List<List<String>> aliases;
  private final Messages messages = new Messages(Locale.ENGLISH);
  private @Nullable SentenceSplitter splitter;
  private @Nullable TextModel model;
  private boolean modelTried;

  private Program(Surroundings surroundings, Config config, @Nullable Path articleOption)
      throws UserException {
    this.surroundings = surroundings;
    this.config = config;
    this.articleOption = articleOption;
    this.aliases = config.aliases();
  }

  static Program of(Main main) throws UserException {
    Surroundings surroundings = main.surroundings;
    Config config =
        Config.load(
            main.config == null ? null : surroundings.workingDirectory().resolve(main.config),
            surroundings.environment(),
            surroundings.home(),
            surroundings.workingDirectory());
    config.warnings().forEach(warning -> surroundings.err().println("pullquote: " + warning));
    Logging.configure(config.logLevel(), config.secret().orElse(null));
    return new Program(surroundings, config, main.article);
  }

  Config config() {
    return config;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Messages messages() {
    return messages;
  }

  PrintWriter out() {
    return surroundings.out();
  }

  /** A path of the command line. */
  Path resolve(Path path) {
    return surroundings.workingDirectory().resolve(path).normalize();
  }

  /** A path of the command line that may be none. */
  private Path resolve(String path) throws UserException {
    try {
      return resolve(Path.of(path));
    } catch (InvalidPathException e) {
      throw new UserException(path + ": is not the name of a file");
    }
  }

  /** Loaded once, by whichever thread comes first. */
  synchronized SentenceSplitter splitter() {
    if (splitter == null) {
      splitter = new EnglishSentences();
    }
    return splitter;
  }

  /**
   * Reads an article.
   *
   * @param place a file, as the command line names it, or a link
   */
  ReadResult read(String place) throws UserException {
    return Links.isLink(place)
        ? new Links(config.allowsLinks(), splitter()).read(place)
        : read(resolve(place));
  }

  /** Reads an article file. */
  ReadResult read(Path file) throws UserException {
    return new ArticleFiles(splitter()).read(file);
  }

  /**
   * The article to answer from: that of {@code --article}, a file or one of the library by its
   * name, else the configured one.
   */
  Article article() throws UserException, LibraryException {
    return read(articleFile()).article();
  }

  private Path articleFile() throws LibraryException {
    return articleOption != null ? named(articleOption) : config.articleFile();
  }

  private Path named(Path option) throws LibraryException {
    Path file = resolve(option);
    return Files.exists(file)
        ? file
        : new LibraryFolder(config.libraryDir())
            .called(option.toString()).stream().sorted().findFirst().orElse(file);
  }

  /** An answerer over a new index of an article. */
  Answerer answerer(Article article) {
    WhoIsWho names = names(article);
    return new Answerer(
        article,
        names,
        search(article, names),
        model() == null ? AnswerModel.byWords() : AnswerModel.standard(),
        config.answerPolicy());
  }

  /** Who is who in an article. */
  WhoIsWho names(Article article) {
    return WhoIsWho.of(
        article, Stream.concat(article.metadata().aliases().stream(), aliases.stream()).toList());
  }

  /** A new index of an article. */
  PassageSearch search(Article article, WhoIsWho names) {
    return search(article, names, model());
  }

  /** A new index of an article that goes by words alone. */
  PassageSearch searchByWords(Article article, WhoIsWho names) {
    return search(article, names, null);
  }

  /** A new index of an article that goes by what a model says; by words alone without one. */
  static PassageSearch search(Article article, WhoIsWho names, @Nullable TextModel model) {
    return new LuceneSearch(article, otherNames(article, names), model);
  }

  /** For each passage, names that it can be found by and does not use. */
  static List<? extends Collection<String>> otherNames(Article article, WhoIsWho names) {
    return article.passages().stream().map(names::otherNames).toList();
  }

  /** The library; close it after use. */
  Library library() {
    return library(config.libraryVectors() ? model() : null);
  }

  /**
   * The library; close it after use.
   *
   * @param meaning says to its index what text means; null to find articles by words alone
   */
  Library library(@Nullable TextModel meaning) {
    return new Library(
        new LibraryFolder(config.libraryDir()),
        index(meaning),
        new LibraryPipeline(this),
        InstantSource.system(),
        (int) (Runtime.getRuntime().maxMemory() / SHARE_OF_OPEN / PASSAGE_BYTES));
  }

  private LibraryIndex index(@Nullable TextModel meaning) {
    Optional<SolrSettings> solr = config.solr();
    return solr.isPresent()
        ? new SolrLibraryIndex(solr.get(), meaning, System::nanoTime)
        : new LuceneLibraryIndex(config.stateDir().resolve("library"), meaning);
  }

  /** The article to begin with, and those of a library. */
  Articles articles(Library library) throws UserException, LibraryException {
    Path file = articleFile();
    String name = ArticleFileName.stem(file.getFileName().toString());
    Path folder = config.libraryDir().toAbsolutePath().normalize();
    boolean inLibrary = folder.equals(file.toAbsolutePath().normalize().getParent());
    return new Articles(
        new Guide(answerer(read(file).article())),
        inLibrary ? ArticleFileName.key(name) : "",
        library,
        new AskAll(library, config.answerPolicy()));
  }

  /** Says something to the user that is no answer. */
  void warn(String line) {
    surroundings.err().println("pullquote: " + line);
  }

  /** Brings a library's index up to date, and says what of it is new and not searched. */
  void update(Library library) throws LibraryException {
    update(library, this::warn);
  }

  /**
   * Brings a library's index up to date, or says why it has to be asked as it is.
   *
   * @param faults hears of files that are new and not searched, a line each
   */
  void update(Library library, Consumer<String> faults) throws LibraryException {
    try (UpdateProgress progress = new UpdateProgress(faults)) {
      library.update(progress);
    } catch (LibraryIndexException.Locked e) {
      warn("another Pullquote is just bringing the library's index up to date");
    }
  }

  /** The model of what text means, loaded once; null where it does not run on this machine. */
  synchronized @Nullable TextModel model() {
    if (!modelTried) {
      modelTried = true;
      try {
        model =
            new StoredModel(
                new OnnxModel(config.reads()), config.stateDir().resolve("vectors"), MOST_VECTORS);
      } catch (IllegalStateException e) {
        surroundings
            .err()
            .println("pullquote: going by words alone, not by meaning: " + e.getMessage());
      }
    }
    return model;
  }
}
