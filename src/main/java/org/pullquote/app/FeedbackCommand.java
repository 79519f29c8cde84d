package org.pullquote.app;

import java.util.List;
import org.pullquote.library.LibraryException;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.dialogue.Ratings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what readers think of answers. */
@Command(
    name = "feedback",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the questions whose answers readers liked, one JSON object a line, in the format of"
          + " eval --questions: those on the article as it is now, each question once, without those"
          + " that only make sense after another one.",
      "",
      "The bot may be running. Its token says which one's ratings are meant."
    })
final class FeedbackCommand extends SubCommand {

  @Option(
      names = "--disliked",
      description =
          "Print those instead whose answers readers did not like, with what was shown: the right"
              + " answer is not known.")
  private boolean disliked;

  @Option(names = "--all", description = "Print also those on other articles.")
  private boolean all;

  @Override
  int run(Program program) throws Exception {
    try {
      Ratings ratings = ratings(program);
      List<String> lines = disliked ? ratings.disliked() : ratings.labelled();
      lines.forEach(program.out()::println);
      return Main.OK;
    } catch (StoreException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    }
  }

  private Ratings ratings(Program program) throws UserException, LibraryException {
    Ratings kept = Ratings.of(BotCommand.token(program), program.config().storeLocation());
    if (all) {
      return kept;
    }
    Ratings present = kept.from(program.article().edition());
    int others = kept.size() - present.size();
    if (others > 0) {
      program.warn("left out " + others + " of other articles; --all prints them too");
    }
    return present;
  }
}
