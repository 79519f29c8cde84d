package org.pullquote.app;

import org.pullquote.library.Library;
import picocli.CommandLine.Command;

/** Makes the library's index anew. */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the index of the library anew, from its files.",
      "",
      "The index follows by itself what is added, changed or removed: this is for one that is"
          + " damaged, and for a new version that reads articles otherwise."
    })
final class ReindexCommand extends SubCommand {

  @Override
  int run(Program program) throws Exception {
    try (Library library = program.library();
        UpdateProgress progress = new UpdateProgress(program::warn)) {
      library.reindex(progress);
      program.out().println(library.size() + " articles");
    }
    return Main.OK;
  }
}
