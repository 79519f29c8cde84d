package org.pullquote.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pullquote.library.Library;
import org.pullquote.search.IndexedArticle;
import org.pullquote.search.IndexedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the articles of the library. */
@Command(
    name = "articles",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the articles of the library's folder (library.dir), the last changed first: name,"
          + " title, publisher, date, passages.",
      "",
      "Files there that cannot be read are named, and the exit status is then 2."
    })
final class ArticlesCommand extends SubCommand {

  private static final int AT_A_TIME = 1000;

  @Option(names = "--json", description = "Print one JSON object a line and article.")
  private boolean json;

  @Override
  int run(Program program) throws Exception {
    boolean[] faults = new boolean[1];
    try (Library library = program.library()) {
      // All of them are named below.
      program.update(library, fault -> {});
      List<IndexedFile> page = library.articles(0, AT_A_TIME);
      for (int from = 0; !page.isEmpty(); page = library.articles(from, AT_A_TIME)) {
        page.forEach(file -> print(program.out(), file, Objects.requireNonNull(file.article())));
        from += page.size();
      }
      library.forEach(file -> {
        if (file.fault() != null) {
          faults[0] = true;
          report(program, file);
        }
      });
    }
    return faults[0] ? Main.ERROR : Main.OK;
  }

  private void print(PrintWriter out, IndexedFile file, IndexedArticle article) {
    if (json) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("name", file.name()).put("file", file.file()).put("title", article.title());
      line.put("publisher", article.publisher()).put("published", article.published());
      out.println(line.put("passages", article.passages()));
    } else {
      out.println(
          Stream.of(
                  file.name(),
                  article.title(),
                  article.publisher(),
                  article.published(),
                  article.passages() + " passages")
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" · ")));
    }
  }

  private void report(Program program, IndexedFile file) {
    if (json) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      program.out().println(line.put("file", file.file()).put("error", file.fault()));
    } else {
      program.warn(String.valueOf(file.fault()));
    }
  }
}
