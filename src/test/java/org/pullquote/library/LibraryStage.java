package org.pullquote.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.pullquote.Fixtures;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.library.ArticleDesk.Submission;
import org.pullquote.names.WhoIsWho;
import org.pullquote.reading.ArticleJson;
import org.pullquote.reading.ArticleReader;
import org.pullquote.reading.Source;
import org.pullquote.reading.UnreadableException;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.LibraryIndex;
import org.pullquote.search.LuceneLibraryIndex;
import org.pullquote.search.LuceneSearch;
import org.pullquote.text.ReadResult;

/** A library in a folder of the test's, by words alone, and what it has read. */
public final class LibraryStage implements ArticlePipeline, SubmissionReader {

  /** Files that the test wrote count as settled. */
  static final InstantSource LATER = () -> Instant.now().plusSeconds(60);

  final Path folder;
  final Path state;
  final List<String> read = Collections.synchronizedList(new ArrayList<>());
  final List<String> faults = new ArrayList<>();

  /** A library in {@code folder/articles}, which is made, and an index in {@code folder/index}. */
  public LibraryStage(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("articles"));
    this.state = folder.resolve("index");
  }

  /** Opens it anew. */
  public Library open() {
    return open(LATER);
  }

  Library open(InstantSource clock) {
    return open(new LuceneLibraryIndex(state, null), clock);
  }

  /** Opens it with an index elsewhere. */
  Library open(LibraryIndex index, InstantSource clock) {
    return new Library(new LibraryFolder(folder), index, this, clock, 500);
  }

  /** Writes an article's file. */
  public Path write(String file, String headline, String... paragraphs) throws IOException {
    return Files.writeString(
        folder.resolve(file), headline + "\n\n" + String.join("\n\n", paragraphs) + "\n");
  }

  /** Writes an article's file; a caption's image stands behind an at sign. */
  public void write(String file, Article article) throws IOException {
    Files.writeString(folder.resolve(file), ArticleJson.pretty(article));
  }

  /** Makes files as old as their place says, the last one the oldest. */
  public void date(String... files) throws IOException {
    for (int i = 0; i < files.length; i++) {
      Files.setLastModifiedTime(
          folder.resolve(files[i]), FileTime.from(Instant.now().minusSeconds(60L * (i + 1))));
    }
  }

  @Override
  public Submission file(String name, byte[] content) throws LibraryException {
    try {
      ReadResult result =
          new ArticleReader(Fixtures.SENTENCES).read(Source.file(name, content), Metadata.NONE);
      return new Submission(
          result.article(), result.leftOut().stream().map(ReadResult.LeftOut::text).toList());
    } catch (UnreadableException e) {
      throw new LibraryException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Submission link(String url) throws LibraryException {
    throw new LibraryException("links are not followed");
  }

  int update(Library library) throws LibraryException {
    return library.update(
        new UpdateListener() {
          @Override
          public void fault(String line) {
            faults.add(line);
          }
        });
  }

  static List<String> names(Library library) {
    return library.articles(0, 100).stream().map(IndexedFile::name).sorted().toList();
  }

  @Override
  public Article read(Path file) throws LibraryException {
    read.add(file.getFileName().toString());
    try {
      Source source = Source.file(file.getFileName().toString(), Files.readAllBytes(file));
      return new ArticleReader(Fixtures.SENTENCES).read(source, Metadata.NONE).article();
    } catch (IOException | UnreadableException e) {
      throw new LibraryException(file.getFileName() + ": " + e.getMessage());
    }
  }

  @Override
  public List<? extends Collection<String>> otherNames(Article article) {
    return IntStream.range(0, article.passages().size()).mapToObj(i -> List.<String>of()).toList();
  }

  @Override
  public Answerer answerer(Article article) {
    WhoIsWho names = WhoIsWho.of(article, List.of());
    return new Answerer(
        article,
        names,
        new LuceneSearch(article, otherNames(article), null),
        AnswerModel.byWords(),
        AnswerPolicy.DEFAULT);
  }
}
