package org.pullquote.eval;

import java.util.List;
import java.util.Set;
import org.pullquote.article.Article;
import org.pullquote.article.SentenceSplitter;

/** The questions of a labelled file that its article answers, for the benchmark. */
public record AnswerableQuestions(Article article, List<Question> questions) {

  /**
   * A question.
   *
   * @param relevant ids of the passages that answer on their own
   * @param answers words that answer
   */
  public record Question(String text, Set<String> relevant, List<String> answers) {}

  public AnswerableQuestions {
    questions = List.copyOf(questions);
  }

  /** Those of a file with one question a line. */
  public static AnswerableQuestions ofLines(Article article, String name, String jsonl) {
    return of(article, LabelledSets.questions(name, jsonl));
  }

  /** Those of a file in SQuAD's format, by article. */
  public static List<AnswerableQuestions> ofSquad(
      String name, String json, SentenceSplitter splitter) {
    return LabelledSets.squad(name, json, splitter).stream()
        .map(squad -> of(squad.article(), squad.questions()))
        .toList();
  }

  private static AnswerableQuestions of(Article article, List<LabelledQuestion> labelled) {
    return new AnswerableQuestions(
        article,
        labelled.stream()
            .filter(LabelledQuestion::answerable)
            .map(label -> new Question(label.question(), label.relevant(), label.answers()))
            .toList());
  }
}
