package org.pullquote.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.pullquote.console.Terminals;
import org.pullquote.library.Library;
import org.pullquote.library.LibraryException;
import org.pullquote.library.LibraryFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes articles out of the library. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Deletes articles from the library's folder (library.dir), with their metadata.")
final class RemoveCommand extends SubCommand {

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "As articles lists them.")
  private List<String> names;

  @Override
  int run(Program program) throws Exception {
    if (!yes && !Terminals.isInputTyped()) {
      throw new UserException("there is nobody to ask whether to delete; say --yes");
    }
    BufferedReader in = new BufferedReader(program.surroundings().in());
    int status = Main.OK;
    try (Library library = program.library()) {
      for (String name : names) {
        try {
          remove(program, library, name, in);
        } catch (LibraryException e) {
          program.warn(String.valueOf(e.getMessage()));
          status = Main.ERROR;
        }
      }
      program.update(library);
    }
    return status;
  }

  private void remove(Program program, Library library, String name, BufferedReader in)
      throws LibraryException, IOException {
    if (!yes && !new LibraryFolder(program.config().libraryDir()).called(name).isEmpty()) {
      program.out().print("Delete \"" + name + "\"? (y/n) ");
      program.out().flush();
      String said = in.readLine();
      if (said == null || !said.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
        program.out().println("kept: " + name);
        return;
      }
    }
    library.remove(name);
    program.out().println("removed: " + name);
  }
}
