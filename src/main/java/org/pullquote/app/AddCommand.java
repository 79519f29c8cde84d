package org.pullquote.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.library.ArticleFileName;
import org.pullquote.library.Library;
import org.pullquote.library.LibraryException;
import org.pullquote.text.ReadResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds articles to the library. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Reads articles, shows what is read and what is left out, and puts them into the library's"
          + " folder (library.dir), each as a file NAME.json that can be read and edited.",
      "",
      "One that cannot be added is named and passed over; the exit status is then 2."
    })
final class AddCommand extends SubCommand {

  @Option(names = "--replace", description = "Put it in the place of one of the same name.")
  private boolean replace;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What to call it; else its file's name, the end of its link, or its headline.")
  private @Nullable String name;

  @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "Articles.")
  private List<String> places;

  @Override
  int run(Program program) throws Exception {
    if (name != null && places.size() > 1) {
      throw new UserException("--name is for one article; add the others apart");
    }
    int status = Main.OK;
    try (Library library = program.library()) {
      library.prepare();
      program.update(library);
      for (String place : places) {
        try {
          ReadResult result = program.read(place);
          ReadCommand.print(program.out(), place, result);
          String called = name != null ? name : name(place, result.article());
          Path file = library.add(called, result.article(), replace);
          program.out().println("added as " + called + ": " + file);
          program.update(library);
        } catch (UserException | LibraryException e) {
          program.warn(String.valueOf(e.getMessage()));
          status = Main.ERROR;
        }
        program.out().flush();
      }
    }
    return status;
  }

  /** The first of its file's name, the end of its link and its headline that makes a name. */
  private static String name(String place, Article article) throws UserException {
    String last = place.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    if (Links.isLink(place)) {
      last = Optional.ofNullable(URI.create(last).getPath()).orElse("");
    }
    String stem = ArticleFileName.stem(last.substring(last.lastIndexOf('/') + 1));
    String headline =
        article.headline().map(Passage::text).orElse(String.valueOf(article.metadata().title()));
    return Stream.of(stem, headline)
        .map(ArticleFileName::of)
        .filter(each -> each.matches(".*\\p{L}.*"))
        .findFirst()
        .orElseThrow(() -> new UserException(place + ": give it a name with --name"));
  }
}
