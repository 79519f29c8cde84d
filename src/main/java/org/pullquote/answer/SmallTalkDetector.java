package org.pullquote.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pullquote.answer.Answer.SmallTalk.Kind;

/** Tells a greeting or a thank-you, and nothing else, from a question. */
final class SmallTalkDetector {

  private static final Set<String> GREETINGS =
      Set.of(
          ("hello hi hey hiya howdy yo sup greetings morning afternoon evening bye "
                  + "goodbye cheerio привет здравствуйте 안녕 안녕하세요 привіт")
              .split(" "));

  private static final Set<String> THANKS =
      Set.of(
          ("thanks thank thx ty cheers great cool nice perfect awesome ok okay lol haha "
                  + "спасибо дякую 감사합니다 고마워")
              .split(" "));

  /** Words that go with either and ask nothing. */
  private static final Set<String> FILLERS =
      Set.of(
          ("you u so very much a lot bro mate man dude bot there good all for that the "
                  + "help again dear day and its it is pullquote s was")
              .split(" "));

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private SmallTalkDetector() {}

  /** What kind of small talk a message is, if it is no more than that. */
  static Optional<Kind> detect(String message) {
    List<String> words =
        WORDS.splitAsStream(message.toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty()).toList();
    if (words.isEmpty()) {
      return Optional.of(Kind.NO_QUESTION);
    }
    boolean greets = words.stream().anyMatch(GREETINGS::contains);
    boolean thanks = words.stream().anyMatch(THANKS::contains);
    boolean nothingElse =
        words.stream()
            .allMatch(w -> GREETINGS.contains(w) || THANKS.contains(w) || FILLERS.contains(w));
    if (!nothingElse || !(greets || thanks)) {
      return Optional.empty();
    }
    return Optional.of(greets ? Kind.GREETING : Kind.THANKS);
  }
}
