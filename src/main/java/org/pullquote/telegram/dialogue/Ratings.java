package org.pullquote.telegram.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pullquote.chat.ShownAnswer;
import org.pullquote.store.Rating;
import org.pullquote.store.SqlStore;
import org.pullquote.store.StoreException;
import org.pullquote.store.StoreLocation;
import org.pullquote.telegram.delivery.BotToken;
import org.pullquote.telegram.delivery.TextHash;

/**
 * What readers think of answers, as labelled questions. What they liked is a label: the first quote
 * is the right one, or the refusal is. What they did not like tells no right answer, only that the
 * one shown is wrong: somebody has to look.
 */
public final class Ratings {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What such questions are called among others. */
  private static final String KIND = "rated";

  private final List<Rated> rated;

  /** A rating that can be learned from, with the words of a question and what was shown for it. */
  private record Rated(Rating rating, String question, ShownAnswer shown) {}

  private Ratings(List<Rated> rated) {
    this.rated = rated;
  }

  /**
   * The ratings that a bot keeps; none where it has kept nothing yet. The bot may be running.
   *
   * @param location where the bot keeps what must survive a crash
   * @throws StoreException if they cannot be read
   */
  public static Ratings of(BotToken token, StoreLocation location) {
    Optional<SqlStore> kept = SqlStore.beside(location, token.botId());
    if (kept.isEmpty()) {
      return new Ratings(List.of());
    }
    try (SqlStore store = kept.get()) {
      return new Ratings(
          store.answers().ratings().stream().flatMap(each -> rated(each).stream()).toList());
    }
  }

  /**
   * Only what was asked and answered tells anything: a list, or a passage by its place, does not.
   */
  private static Optional<Rated> rated(Rating rating) {
    String question = rating.question();
    return question == null || question.isBlank()
        ? Optional.empty()
        : AnswerContent.read(rating.content())
            .filter(shown ->
                shown.kind() == ShownAnswer.Kind.ANSWER || shown.kind() == ShownAnswer.Kind.REFUSAL)
            .map(shown -> new Rated(rating, question, shown));
  }

  /** Those of answers from one edition of an article: passages of others are other ones. */
  public Ratings from(String edition) {
    return new Ratings(
        rated.stream().filter(each -> each.shown().edition().equals(edition)).toList());
  }

  /** How many there are. */
  public int size() {
    return rated.size();
  }

  /**
   * One JSON object a line, in the format of {@code eval --questions}: one line for a question,
   * however many liked its answer, and none for what by itself would be another question.
   */
  public List<String> labelled() {
    Map<List<String>, Rated> latest = new LinkedHashMap<>();
    for (Rated each : rated) {
      if (each.rating().good() && !each.shown().followUp()) {
        latest.put(List.of(each.shown().edition(), TextHash.plain(each.question())), each);
      }
    }
    return latest.values().stream().map(Ratings::label).toList();
  }

  private static String label(Rated rated) {
    ShownAnswer shown = rated.shown();
    boolean answered = shown.kind() == ShownAnswer.Kind.ANSWER;
    List<String> passages = answered ? shown.passagesOfBest() : List.of();
    ObjectNode line = JSON.createObjectNode();
    line.put("id", rated.rating().answer());
    line.put("question", rated.question());
    line.put("kind", KIND);
    line.putPOJO("relevant", passages.stream().limit(1).toList());
    line.putPOJO("also_ok", passages.stream().skip(1).toList());
    line.putPOJO("answer", List.of());
    line.put("answerable", answered);
    return write(line);
  }

  /** One JSON object a line: the question, what was shown, and how sure the bot was of it. */
  public List<String> disliked() {
    return rated.stream().filter(each -> !each.rating().good()).map(Ratings::disliked).toList();
  }

  private static String disliked(Rated rated) {
    ShownAnswer shown = rated.shown();
    ObjectNode line = JSON.createObjectNode();
    line.put("id", rated.rating().answer());
    line.put("question", rated.question());
    line.put("follow_up", shown.followUp());
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
