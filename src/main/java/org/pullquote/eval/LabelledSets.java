package org.pullquote.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pullquote.article.Article;
import org.pullquote.article.ArticleBuilder;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageKind;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.article.StrictJson;

/** Reads labelled questions. A malformed line ends it with a message that names file and line. */
public final class LabelledSets {

  private static final Set<String> QUESTION_FIELDS =
      Set.of(
          "id",
          "question",
          "kind",
          "relevant",
          "answer",
          "answerable",
          "also_ok",
          "notes",
          "standalone",
          "relation");
  private static final Set<String> DIALOGUE_FIELDS =
      Set.of("id", "kind", "turns", "turn_count", "notes");
  private static final String OPENING = "opening";

  private LabelledSets() {}

  /** Something a labelled file says wrongly; the message names the file and where in it. */
  public static final class MalformedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedException(String where, String what) {
      super(where + ": " + what);
    }
  }

  /** An article of a SQuAD file with the questions on it. */
  public record SquadArticle(Article article, List<LabelledQuestion> questions) {}

  /**
   * Reads single questions, one JSON object a line.
   *
   * @param name what to call the file in messages
   * @throws MalformedException at the first line that is not one
   */
  static List<LabelledQuestion> questions(String name, String jsonl) {
    List<LabelledQuestion> questions = new ArrayList<>();
    forEachLine(
        name, jsonl, (where, line) -> questions.add(question(where, line, line.path("kind"))));
    return questions;
  }

  /**
   * Reads dialogues, one JSON object a line: the turns of each in order.
   *
   * @param name what to call the file in messages
   * @throws MalformedException at the first line that is not one
   */
  static List<List<LabelledQuestion>> dialogues(String name, String jsonl) {
    List<List<LabelledQuestion>> dialogues = new ArrayList<>();
    forEachLine(
        name,
        jsonl,
        (where, line) -> {
          requireKnown(where, line, DIALOGUE_FIELDS);
          JsonNode turns = line.path("turns");
          require(where, turns.isArray() && !turns.isEmpty(), "\"turns\" must be a list of turns");
          List<LabelledQuestion> questions = new ArrayList<>();
          turns.forEach(turn -> questions.add(question(where, turn, line.path("kind"))));
          dialogues.add(questions);
        });
    return dialogues;
  }

  private static LabelledQuestion question(String where, JsonNode json, JsonNode kind) {
    require(where, json.isObject(), "expected a JSON object");
    requireKnown(where, json, QUESTION_FIELDS);
    require(where, json.path("question").isTextual(), "\"question\" must be text");
    require(where, kind.isTextual(), "\"kind\" must be text");
    require(where, json.path("answerable").isBoolean(), "\"answerable\" must be true or false");
    boolean answerable = json.path("answerable").booleanValue();
    Set<String> relevant = new LinkedHashSet<>(strings(where, json, "relevant"));
    require(
        where,
        answerable != relevant.isEmpty(),
        "\"relevant\" must name passages if \"answerable\" is true, and none if not");
    return new LabelledQuestion(
        json.path("id").asText(""),
        json.path("question").textValue(),
        kind.textValue(),
        relevant,
        new LinkedHashSet<>(strings(where, json, "also_ok")),
        strings(where, json, "answer"),
        answerable,
        json.has("relation") && !json.path("relation").asText().equals(OPENING));
  }

  /**
   * Reads a SQuAD file. A paragraph that stands twice is one passage; its {@code id} and {@code
   * kind} are used where it has them; {@code also} of a question names further relevant passages.
   *
   * @param name what to call the file in messages
   * @throws MalformedException if it is not one
   */
  public static List<SquadArticle> squad(String name, String json, SentenceSplitter splitter) {
    JsonNode data;
    try {
      data = StrictJson.read(json).path("data");
    } catch (JsonProcessingException e) {
      throw new MalformedException(name + ", line " + StrictJson.line(e), StrictJson.fault(e));
    }
    require(name, data.isArray(), "\"data\" must be a list of articles");
    List<SquadArticle> articles = new ArrayList<>();
    for (JsonNode article : data) {
      articles.add(squadArticle(name + ", article " + (articles.size() + 1), article, splitter));
    }
    return articles;
  }

  private static SquadArticle squadArticle(String where, JsonNode json, SentenceSplitter splitter) {
    ArticleBuilder builder = new ArticleBuilder(splitter);
    Map<String, String> idOfText = new LinkedHashMap<>();
    JsonNode paragraphs = json.path("paragraphs");
    require(where, paragraphs.isArray() && !paragraphs.isEmpty(), "\"paragraphs\" is missing");
    for (JsonNode paragraph : paragraphs) {
      String text = paragraph.path("context").asText();
      require(where, !text.isBlank(), "a paragraph has no \"context\"");
      if (!idOfText.containsKey(text)) {
        String id = paragraph.path("id").asText("p" + (idOfText.size() + 1));
        String kind = paragraph.path("kind").asText(PassageKind.PARAGRAPH.label());
        builder.add(
            id,
            PassageKind.ofLabel(kind)
                .orElseThrow(() -> new MalformedException(where, "there is no kind " + kind)),
            text,
            paragraph.path("credit").textValue());
        idOfText.put(text, id);
      }
    }
    List<LabelledQuestion> questions = new ArrayList<>();
    for (JsonNode paragraph : paragraphs) {
      String id = String.valueOf(idOfText.get(paragraph.path("context").asText()));
      paragraph.path("qas").forEach(qa -> questions.add(squadQuestion(where, qa, id)));
    }
    Metadata metadata = Metadata.NONE.withTitleIfAbsent(json.path("title").textValue());
    try {
      return new SquadArticle(builder.build(metadata), questions);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(where, String.valueOf(e.getMessage()));
    }
  }

  private static LabelledQuestion squadQuestion(String where, JsonNode qa, String passage) {
    require(where, qa.path("question").isTextual(), "a question has no \"question\"");
    boolean impossible = qa.path("is_impossible").asBoolean(false);
    Set<String> relevant = new LinkedHashSet<>();
    Set<String> answers = new LinkedHashSet<>();
    if (!impossible) {
      relevant.add(passage);
      relevant.addAll(strings(where, qa, "also"));
      qa.path("answers").forEach(answer -> answers.add(answer.path("text").asText()));
    }
    return new LabelledQuestion(
        qa.path("id").asText(""),
        qa.path("question").textValue(),
        qa.path("kind").asText(impossible ? "unanswerable" : "question"),
        relevant,
        Set.of(),
        List.copyOf(answers),
        !impossible,
        false);
  }

  /** What to do with a line. */
  private interface LineReader {
    void read(String where, JsonNode line);
  }

  private static void forEachLine(String name, String jsonl, LineReader reader) {
    int number = 0;
    for (String line : jsonl.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        String where = name + ", line " + number;
        try {
          reader.read(where, StrictJson.read(line));
        } catch (JsonProcessingException e) {
          throw new MalformedException(where, StrictJson.fault(e));
        }
      }
    }
    require(name, number > 0, "the file is empty");
  }

  private static List<String> strings(String where, JsonNode json, String field) {
    JsonNode list = json.path(field);
    require(
        where, list.isMissingNode() || list.isArray(), "\"" + field + "\" must be a list of texts");
    List<String> strings = new ArrayList<>();
    list.forEach(item -> strings.add(item.asText()));
    return strings;
  }

  private static void requireKnown(String where, JsonNode json, Set<String> known) {
    json.fieldNames()
        .forEachRemaining(
            field -> require(where, known.contains(field), "there is no field \"" + field + "\""));
  }

  private static void require(String where, boolean condition, String what) {
    if (!condition) {
      throw new MalformedException(where, what);
    }
  }
}
