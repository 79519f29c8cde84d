package org.pullquote.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;
import org.pullquote.article.ReadResult;
import org.pullquote.article.ReadResult.LeftOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is read from article files. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Shows what is read from article files: passages, and what is left out and why.")
final class ReadCommand extends SubCommand {

  @Option(names = "--json", description = "Print one JSON object a line and file.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Articles.")
  private List<Path> files;

  @Override
  int run(Program program) {
    int status = Main.OK;
    for (Path file : files) {
      try {
        ReadResult result = program.read(program.resolve(file));
        if (json) {
          program.out().println(json(file, result));
        } else {
          print(program.out(), file, result);
        }
      } catch (UserException e) {
        program.surroundings().err().println("pullquote: " + e.getMessage());
        status = Main.ERROR;
      }
    }
    return status;
  }

  private static void print(PrintWriter out, Path file, ReadResult result) {
    Metadata metadata = result.article().metadata();
    out.println(file + ": " + metadata.title());
    for (Passage passage : result.article().passages()) {
      String credit = passage.credit() == null ? "" : " (credit: " + passage.credit() + ")";
      out.println("  " + passage.id() + "  " + passage.text() + credit);
    }
    for (LeftOut left : result.leftOut()) {
      out.println(
          "  left out, line "
              + left.line()
              + ", "
              + left.reason().explanation()
              + ": "
              + left.text());
    }
  }

  private static ObjectNode json(Path file, ReadResult result) {
    Metadata metadata = result.article().metadata();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("file", file.toString());
    json.put("title", metadata.title());
    json.put("publisher", metadata.publisher());
    ArrayNode authors = json.putArray("authors");
    metadata.authors().forEach(authors::add);
    json.put("published", metadata.published());
    json.put("url", metadata.url());
    json.put("language", metadata.language());
    ArrayNode passages = json.putArray("passages");
    for (Passage passage : result.article().passages()) {
      ObjectNode item = passages.addObject();
      item.put("id", passage.id());
      item.put("kind", passage.kind().label());
      item.put("text", passage.text());
      item.put("credit", passage.credit());
    }
    ArrayNode leftOut = json.putArray("left_out");
    for (LeftOut left : result.leftOut()) {
      ObjectNode item = leftOut.addObject();
      item.put("line", left.line());
      item.put("text", left.text());
      item.put("reason", left.reason().explanation());
    }
    return json;
  }
}
