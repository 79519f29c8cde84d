package org.pullquote.telegram.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pullquote.chat.ShownAnswer;
import org.pullquote.store.Rating;
import org.pullquote.store.SqliteStore;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.delivery.BotToken;

/**
 * What readers think of answers, as labelled questions. What they liked is a label: the first quote
 * is the right one, or the refusal is. What they did not like tells no right answer, only that the
 * one shown is wrong: somebody has to look.
 */
public final class Ratings {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What such questions are called among others. */
  private static final String KIND = "rated";

  private final List<Rating> ratings;

  private Ratings(List<Rating> ratings) {
    this.ratings = ratings;
  }

  /**
   * The ratings that a bot keeps; none where it has kept nothing yet. The bot may be running.
   *
   * @param stateDir where the bot keeps what must survive a crash
   * @throws StoreException if they cannot be read
   */
  public static Ratings of(BotToken token, Path stateDir) {
    Path file = stateDir.resolve("telegram-" + token.botId() + ".sqlite");
    if (!Files.exists(file)) {
      return new Ratings(List.of());
    }
    try (SqliteStore store = SqliteStore.beside(file)) {
      return new Ratings(store.answers().ratings());
    }
  }

  /** One JSON object a line, in the format of {@code eval --questions}. */
  public List<String> labelled() {
    List<String> lines = new ArrayList<>();
    for (Rating rating : ratings) {
      if (rating.good()) {
        shown(rating).ifPresent(shown -> lines.add(label(rating, shown)));
      }
    }
    return lines;
  }

  private static Optional<ShownAnswer> shown(Rating rating) {
    return rating.question() == null || rating.question().isBlank()
        ? Optional.empty()
        : AnswerContent.read(rating.content());
  }

  private static String label(Rating rating, ShownAnswer shown) {
    boolean answered = shown.kind() == ShownAnswer.Kind.ANSWER;
    List<String> passages = answered ? shown.passages() : List.of();
    ObjectNode line = JSON.createObjectNode();
    line.put("id", rating.answer());
    line.put("question", rating.question());
    line.put("kind", KIND);
    line.putPOJO("relevant", passages.stream().limit(1).toList());
    line.putPOJO("also_ok", passages.stream().skip(1).toList());
    line.putPOJO("answer", List.of());
    line.put("answerable", answered);
    return write(line);
  }

  /** One JSON object a line: the question, what was shown, and how sure the bot was of it. */
  public List<String> disliked() {
    List<String> lines = new ArrayList<>();
    for (Rating rating : ratings) {
      if (!rating.good()) {
        shown(rating).ifPresent(shown -> lines.add(disliked(rating, shown)));
      }
    }
    return lines;
  }

  private static String disliked(Rating rating, ShownAnswer shown) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", rating.answer());
    line.put("question", rating.question());
    line.put("answered", shown.kind() == ShownAnswer.Kind.ANSWER);
    line.putPOJO("shown", shown.passages());
    line.put("confidence", shown.confidence());
    line.put("edition", shown.edition());
    return write(line);
  }

  private static String write(ObjectNode line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a rating cannot be written as JSON", e);
    }
  }
}
