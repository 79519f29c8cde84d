package org.pullquote.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.article.StrictJson;
import org.pullquote.eval.PageEvaluation;

/** A folder of web pages with what stands on each. */
final class PageSet {

  private static final String PAGE = "\\.html?(?:\\.gz)?$";

  private PageSet() {}

  /**
   * Reads each page and prints how well it is read.
   *
   * @return the exit status
   */
  static int measure(Program program, Path folder, boolean json) throws UserException {
    PageEvaluation evaluation = new PageEvaluation();
    for (Path page : pages(folder)) {
      String name = page.getFileName().toString().replaceFirst(PAGE, "");
      Path reference = page.resolveSibling(name + ".json");
      long start = System.nanoTime();
      Article read = read(program, page);
      long millis = (System.nanoTime() - start) / 1_000_000;
      add(evaluation, name, reference, read, millis);
    }
    program.out().print(evaluation.table());
    if (json) {
      program.out().println(evaluation.json());
    }
    return Main.OK;
  }

  private static List<Path> pages(Path folder) throws UserException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pages =
          files.filter(file -> file.toString().matches(".*" + PAGE)).sorted().toList();
      if (pages.isEmpty()) {
        throw new UserException(folder + ": has no file NAME.html or NAME.html.gz");
      }
      return pages;
    } catch (IOException e) {
      throw new UserException(folder + ": is not a folder that can be read");
    }
  }

  /** A page that cannot be read is one of which nothing was found. */
  private static Article read(Program program, Path page) {
    try {
      return program.read(page).article();
    } catch (UserException e) {
      program.surroundings().err().println("pullquote: " + e.getMessage());
      return new Article(Metadata.NONE, List.of());
    }
  }

  private static void add(
      PageEvaluation evaluation, String name, Path reference, Article read, long millis)
      throws UserException {
    try {
      String text = TextFiles.read(reference, reference.toString());
      evaluation.add(name, StrictJson.read(text), read, millis);
    } catch (JsonProcessingException e) {
      throw new UserException(reference + ": " + StrictJson.fault(e));
    } catch (IllegalArgumentException e) {
      throw new UserException(reference + ": " + e.getMessage());
    }
  }
}
