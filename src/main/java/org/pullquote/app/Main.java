package org.pullquote.app;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.OutOfReachException;
import org.pullquote.library.LibraryException;
import org.pullquote.search.LibraryIndexException;
import org.pullquote.telegram.delivery.BotToken;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Without a command: the bot where there is a token, else the chat. */
@Command(
    name = "pullquote",
    subcommands = {
      BotCommand.class,
      WebhookCommand.class,
      FeedbackCommand.class,
      ChatCommand.class,
      AskCommand.class,
      EvalCommand.class,
      ReadCommand.class,
      AddCommand.class,
      ArticlesCommand.class,
      RemoveCommand.class,
      ReindexCommand.class,
      ExplainCommand.class,
      TrainCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Answers questions about a news article in the article's own words.",
      "",
      "Without a command: the Telegram bot if there is a bot token (environment"
          + " TELEGRAM_BOT_TOKEN), else the same chat in this terminal. If standard input is not a"
          + " terminal: one question a line, one answer each."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  pullquote                                       chat about the article of data/",
      "  pullquote ask \"Who met Kim Jong-un, and where?\"",
      "  pullquote --article story.txt                   chat about another article",
      "  TELEGRAM_BOT_TOKEN=123:ABC pullquote            run the Telegram bot",
      "",
      "Settings are explained in config/pullquote.yaml."
    })
public final class Main extends BaseCommand {

  /** A token given where it does not belong must not come back in the complaint about it. */
  private static final Pattern LIKE_A_TOKEN =
      Pattern.compile("(?:bot)?\\d{3,}:[A-Za-z0-9_-]*[A-Za-z_-][A-Za-z0-9_-]*");

  static final int OK = 0;
  static final int NOT_SAID = 1;
  static final int ERROR = 2;

  @Option(
      names = "--article",
      paramLabel = "FILE|NAME",
      scope = ScopeType.INHERIT,
      description =
          "Answer from this article: pasted text, a web page, JSON with passages, or one of the"
              + " library by its name.")
  @Nullable Path article;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Read this configuration instead of config/pullquote.yaml.")
  @Nullable Path config;

  final Surroundings surroundings;

  Main(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs the program. */
  public static void main(String[] args) {
    Ending.listen();
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    Surroundings surroundings =
        new Surroundings(
            System.getenv(),
            Path.of(System.getProperty("pullquote.home", "")).toAbsolutePath().normalize(),
            Path.of("").toAbsolutePath(),
            new BufferedReader(
                new InputStreamReader(
                    new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
            out,
            err);
    int status = ERROR;
    try {
      status = run(surroundings, args);
    } catch (Throwable e) {
      // An Error ends the program too, but not with the status of an answer.
      err.println("pullquote: " + message(e));
    }
    out.flush();
    err.flush();
    Ending.exit(status);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /**
   * Runs one command line.
   *
   * @return 0 done or quoted, 1 the article does not say, 2 an error, which was printed
   */
  static int run(Surroundings surroundings, String... args) {
    CommandLine line = new CommandLine(new Main(surroundings));
    line.setOut(surroundings.out());
    line.setErr(surroundings.err());
    line.setExecutionExceptionHandler((failure, command, parsed) -> {
      surroundings.err().println("pullquote: " + message(failure));
      return ERROR;
    });
    return line.execute(args);
  }

  private static String message(Throwable failure) {
    boolean expected =
        failure instanceof UserException
            || failure instanceof LibraryException
            || failure instanceof LibraryIndexException
            || failure instanceof OutOfReachException
            || failure instanceof IllegalArgumentException;
    String message =
        expected
            ? String.valueOf(failure.getMessage())
            : "this should not have happened: " + failure;
    return LIKE_A_TOKEN.matcher(message).replaceAll("(bot token)");
  }

  @Override
  Main main() {
    return this;
  }

  @Override
  int run(Program program) throws Exception {
    Optional<BotToken> token = program.config().botToken();
    if (token.isPresent()) {
      return BotCommand.run(program, token.get());
    }
    return ChatCommand.chat(program);
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"pullquote " + (version == null ? "(not packaged)" : version)};
    }
  }
}
