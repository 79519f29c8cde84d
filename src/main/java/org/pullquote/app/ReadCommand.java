package org.pullquote.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;
import org.pullquote.reading.ArticleJson;
import org.pullquote.text.ReadResult;
import org.pullquote.text.ReadResult.LeftOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is read from articles. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what is read from articles: passages, and what is left out and why.",
      "",
      "One that cannot be read is named and passed over; the exit status is then 2."
    })
final class ReadCommand extends SubCommand {

  @Option(names = "--json", description = "Print one JSON object a line and article.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "Articles.")
  private List<String> places;

  @Override
  int run(Program program) {
    int status = Main.OK;
    for (String place : places) {
      try {
        ReadResult result = program.read(place);
        if (json) {
          program.out().println(json(place, result));
        } else {
          print(program.out(), place, result);
        }
      } catch (UserException e) {
        report(program, place, Objects.requireNonNullElse(e.getMessage(), ""));
        status = Main.ERROR;
      }
      program.out().flush();
    }
    return status;
  }

  private void report(Program program, String place, String fault) {
    if (json) {
      ObjectNode error = JsonNodeFactory.instance.objectNode();
      program.out().println(error.put("file", place).put("error", fault));
    } else {
      program.surroundings().err().println("pullquote: " + fault);
    }
  }

  /** What was read, for people. */
  static void print(PrintWriter out, String place, ReadResult result) {
    Metadata metadata = result.article().metadata();
    out.println(place + ": " + metadata.title());
    for (Passage passage : result.article().passages()) {
      String credit = passage.credit() == null ? "" : " (credit: " + passage.credit() + ")";
      out.println("  " + passage.id() + "  " + passage.text() + credit);
    }
    for (LeftOut left : result.leftOut()) {
      out.println(
          "  left out, "
              + result.unit().label()
              + " "
              + left.line()
              + ", "
              + left.reason().explanation()
              + ": "
              + left.text());
    }
  }

  private static ObjectNode json(String place, ReadResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("file", place);
    ArticleJson.put(json, result.article());
    ArrayNode leftOut = json.putArray("left_out");
    for (LeftOut left : result.leftOut()) {
      ObjectNode item = leftOut.addObject();
      item.put(result.unit().label(), left.line());
      item.put("text", left.text());
      item.put("reason", left.reason().explanation());
    }
    return json;
  }
}
