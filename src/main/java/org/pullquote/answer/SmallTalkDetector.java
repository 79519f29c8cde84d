package org.pullquote.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pullquote.answer.Answer.SmallTalk.Kind;

/** Tells a greeting, a thank-you and the like from a question. */
final class SmallTalkDetector {

  private static final Set<String> GREETINGS =
      Set.of("hello hi hey hiya howdy yo sup greetings morning afternoon evening".split(" "));

  private static final Set<String> THANKS =
      Set.of("thanks thank thx ty cheers great cool nice perfect awesome".split(" "));

  private static final Set<String> FAREWELLS =
      Set.of("bye goodbye cheerio night cu пока".split(" "));

  /** Said to say something: the reader heard. */
  private static final Set<String> NODS = Set.of("ok okay lol haha hm hmm wow yes no".split(" "));

  /** Asked of the bot and not of the article; without punctuation. */
  private static final Set<String> ABOUT_BOT =
      Set.of(
          ("help|help me|who are you|what are you|are you a bot|are you a real person|are you human"
                  + "|are you an ai|are you chatgpt|what can you do|what do you do|how do you work"
                  + "|how does this work|how does it work|what do you mean|what is this bot"
                  + "|can you help me|what can i ask")
              .split("\\|"));

  /** Words that go with any of them and ask nothing. */
  private static final Set<String> FILLERS =
      Set.of(
          ("you u so very much a lot bro mate man dude bot there good all for that the "
                  + "help again dear day and its it is pullquote s was")
              .split(" "));

  private SmallTalkDetector() {}

  /** What kind of small talk a message is, if it is no more than that. */
  static Optional<Kind> detect(String message) {
    List<String> words = Words.of(message);
    if (words.isEmpty()) {
      return Optional.of(Kind.NO_QUESTION);
    }
    if (ABOUT_BOT.contains(String.join(" ", words))) {
      return Optional.of(Kind.ABOUT_BOT);
    }
    return first(words, GREETINGS, Kind.GREETING)
        .or(() -> first(words, FAREWELLS, Kind.FAREWELL))
        .or(() -> first(words, THANKS, Kind.THANKS))
        .or(() -> first(words, NODS, Kind.NOD))
        .filter(kind -> words.stream().allMatch(SmallTalkDetector::asksNothing));
  }

  private static Optional<Kind> first(List<String> words, Set<String> signs, Kind kind) {
    return words.stream().anyMatch(signs::contains) ? Optional.of(kind) : Optional.empty();
  }

  private static boolean asksNothing(String word) {
    return GREETINGS.contains(word)
        || FAREWELLS.contains(word)
        || THANKS.contains(word)
        || NODS.contains(word)
        || FILLERS.contains(word);
  }
}
