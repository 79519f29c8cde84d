package org.pullquote.telegram.dialogue;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pullquote.chat.Button.EditAction;
import org.pullquote.chat.Button.Verdict;
import org.pullquote.chat.Choice;
import org.pullquote.chat.Page;
import org.pullquote.chat.Page.Listing;

/**
 * What a button sends back when it is pressed: which answer it stands under and what it does, in at
 * most 64 bytes ({@code ID:a} the answer, {@code ID:cp5} paragraph 5 in context, {@code ID:f2} the
 * second page of further passages, {@code ID:lpeople.1} a list, {@code ID:md} the map on dark
 * ground and {@code ID:ml} on light, {@code ID:b2} the second page of articles, {@code
 * ID:s0123456789ab} an article to ask and {@code ID:s*} all of them, {@code ID:+} and {@code ID:-}
 * what a reader thinks, {@code ID:k}, {@code ID:x} and {@code ID:u} to keep an article that was
 * handed in, not to, and to undo it).
 *
 * @param answer the id of the answer
 */
public record CallbackData(String answer, Action action) {

  /** What a press does. */
  public sealed interface Action {}

  /** Shows a page. */
  public record Turn(Page page) implements Action {}

  /** Does something to the library. */
  public record Edit(EditAction action) implements Action {}

  /** Makes the chat ask another article. */
  public record Pick(Choice choice) implements Action {}

  /** Says what the reader thinks. */
  public record Judge(Verdict verdict) implements Action {}

  private static final Pattern FORM =
      Pattern.compile("(?<answer>[A-Za-z0-9_-]{1,32}):(?<action>[^:]{1,42})");

  private static final Pattern LISTING =
      Pattern.compile("(?<kind>[a-z]+)\\.(?<number>[1-9][0-9]{0,3})");

  private static final Map<String, Listing.Kind> KINDS =
      Stream.of(Listing.Kind.values())
          .collect(Collectors.toUnmodifiableMap(Listing.Kind::command, kind -> kind));

  /** The data of a button that does this, at most 64 bytes. */
  public String encode() {
    return answer + ":" + code(action);
  }

  /** An action in as few characters as it takes. */
  static String code(Action action) {
    return switch (action) {
      case Judge(Verdict verdict) -> verdict == Verdict.GOOD ? "+" : "-";
      case Edit(EditAction edit) ->
          switch (edit) {
            case ADD -> "k";
            case DISCARD -> "x";
            case TAKE_BACK -> "u";
          };
      case Pick(Choice choice) -> "s" + choice.key();
      case Turn(Page.First()) -> "a";
      case Turn(Page.Shelf(int number)) -> "b" + number;
      case Turn(Page.InContext(String passage)) -> "c" + passage;
      case Turn(Page.Further(int number)) -> "f" + number;
      case Turn(Page.Drawn(boolean dark)) -> dark ? "md" : "ml";
      case Turn(Listing(Listing.Kind kind, int number)) -> "l" + kind.command() + "." + number;
    };
  }

  /** What a press says; empty where no button of ours says so. */
  public static Optional<CallbackData> decode(String data) {
    Matcher form = FORM.matcher(data);
    if (!form.matches()) {
      return Optional.empty();
    }
    return action(form.group("action"))
        .map(action -> new CallbackData(form.group("answer"), action));
  }

  /** The action that a code, of one character or more, is of; empty where it is none. */
  static Optional<Action> action(String code) {
    String rest = code.substring(1);
    return switch (code.charAt(0)) {
      case '+' -> when(rest.isEmpty(), new Judge(Verdict.GOOD));
      case '-' -> when(rest.isEmpty(), new Judge(Verdict.BAD));
      case 'a' -> when(rest.isEmpty(), new Turn(new Page.First()));
      case 'c' -> when(rest.matches("[A-Za-z0-9_.-]{1,40}"), new Turn(new Page.InContext(rest)));
      case 'b' -> number(rest).map(Page.Shelf::new).map(Turn::new);
      case 'f' -> number(rest).map(Page.Further::new).map(Turn::new);
      case 'k' -> when(rest.isEmpty(), new Edit(EditAction.ADD));
      case 'x' -> when(rest.isEmpty(), new Edit(EditAction.DISCARD));
      case 'u' -> when(rest.isEmpty(), new Edit(EditAction.TAKE_BACK));
      case 's' -> when(Choice.isKey(rest), new Pick(new Choice(rest)));
      case 'l' -> listing(rest);
      case 'm' -> when(rest.matches("[dl]"), new Turn(new Page.Drawn(rest.equals("d"))));
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> number(String digits) {
    return digits.matches("[1-9][0-9]{0,4}")
        ? Optional.of(Integer.parseInt(digits))
        : Optional.empty();
  }

  private static Optional<Action> when(boolean right, Action action) {
    return right ? Optional.of(action) : Optional.empty();
  }

  private static Optional<Action> listing(String code) {
    Matcher matcher = LISTING.matcher(code);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Listing.Kind kind = KINDS.get(matcher.group("kind"));
    return kind == null
        ? Optional.empty()
        : Optional.of(new Turn(new Listing(kind, Integer.parseInt(matcher.group("number")))));
  }
}
