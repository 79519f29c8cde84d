package org.pullquote.size;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.article.Span;
import org.pullquote.eval.AnswerableQuestions;
import org.pullquote.search.PassageText;
import org.pullquote.search.TextModel;

/**
 * Real passages, and real questions that some of them answer, as the encoder's vectors.
 *
 * @param passages of length 1
 */
record EncodedPassages(List<float[]> passages, List<Question> questions) {

  /** Files in SQuAD's format: encyclopedia articles and news. */
  private static final List<String> FILES =
      List.of("squad/wiki.json", "squad/squad2.json", "train/news.json");

  /** A longer passage is cut into its sentences: those of news are seldom longer. */
  private static final int MOST_WORDS = 60;

  /**
   * A question.
   *
   * @param vector of length 1
   * @param answers the places of the passages that answer it
   */
  record Question(float[] vector, Set<Integer> answers) {}

  /**
   * Reads and encodes them.
   *
   * @param sets the folder of the labelled questions
   * @param mostPassages after which no further article is read
   * @param mostQuestions spread evenly over all of them
   * @throws IOException if a file is absent or unreadable
   */
  static EncodedPassages read(
      Path sets, TextModel model, SentenceSplitter splitter, int mostPassages, int mostQuestions)
      throws IOException {
    List<float[]> passages = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    List<Set<Integer>> answers = new ArrayList<>();
    for (String name : FILES) {
      String json = Files.readString(sets.resolve(name));
      for (AnswerableQuestions each : AnswerableQuestions.ofSquad(name, json, splitter)) {
        if (passages.size() < mostPassages) {
          Cut cut = Cut.of(each.article());
          for (AnswerableQuestions.Question question : each.questions()) {
            Set<Integer> found = cut.answering(question, passages.size());
            if (!found.isEmpty()) {
              asked.add(question.text());
              answers.add(found);
            }
          }
          passages.addAll(model.meanings(cut.title, cut.texts));
        }
      }
    }
    List<Question> questions = new ArrayList<>();
    int kept = Math.min(mostQuestions, asked.size());
    for (int i = 0; i < kept; i++) {
      int at = (int) ((long) i * asked.size() / kept);
      questions.add(new Question(model.question(asked.get(at)).meaning(), answers.get(at)));
    }
    return new EncodedPassages(passages, questions);
  }

  /**
   * An article in passages as short as those of news.
   *
   * @param ofPassage the places of what each passage was cut into, by its id
   */
  private record Cut(String title, List<PassageText> texts, Map<String, List<Integer>> ofPassage) {

    static Cut of(Article article) {
      Cut cut =
          new Cut(
              String.valueOf(article.metadata().title()), new ArrayList<>(), new HashMap<>());
      article.passages().forEach(cut::add);
      return cut;
    }

    private void add(Passage passage) {
      String text = passage.text();
      List<Span> parts =
          text.split("\\s+").length > MOST_WORDS
              ? passage.sentences()
              : List.of(new Span(0, text.length()));
      for (Span part : parts) {
        ofPassage.computeIfAbsent(passage.id(), id -> new ArrayList<>()).add(texts.size());
        texts.add(new PassageText(part.in(text), List.of()));
      }
    }

    /**
     * The passages that answer a question.
     *
     * @param before how many there are of the articles before
     */
    Set<Integer> answering(AnswerableQuestions.Question question, int before) {
      Set<Integer> answering = new HashSet<>();
      for (String id : question.relevant()) {
        List<Integer> parts = ofPassage.getOrDefault(id, List.of());
        for (int part : parts) {
          String text = texts.get(part).text();
          if (parts.size() == 1 || question.answers().stream().anyMatch(text::contains)) {
            answering.add(before + part);
          }
        }
      }
      return answering;
    }
  }
}
