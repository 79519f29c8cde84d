package org.pullquote.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pullquote.app.Product;
import org.pullquote.eval.AnswerableQuestions;

/** The labelled questions, which are not part of the project; says which are absent. */
final class QuestionSets {

  private final Path folder;
  private final Product product;
  private final int most;
  private final PrintWriter err;

  /**
   * @param folder where the sets are
   * @param most how many questions to take of a set
   */
  QuestionSets(Path folder, Product product, int most, PrintWriter err) {
    this.folder = folder;
    this.product = product;
    this.most = most;
    this.err = err;
  }

  /** Articles with the questions on them. */
  record QuestionSet(String name, List<AnswerableQuestions> articles) {
    int size() {
      return articles.stream().mapToInt(article -> article.questions().size()).sum();
    }
  }

  List<QuestionSet> read() throws Exception {
    List<QuestionSet> sets = new ArrayList<>();
    Path gold = folder.resolve("gold/questions.jsonl");
    if (isThere(gold)) {
      add(
          sets,
          "the article of `data/`",
          List.of(AnswerableQuestions.ofLines(product.article(), name(gold), text(gold))));
    }
    Path news = folder.resolve("news");
    if (isThere(news)) {
      add(sets, "other news articles", news(news));
    }
    squad(sets, "more news articles", folder.resolve("train/news.json"));
    squad(sets, "encyclopedia articles", folder.resolve("squad/wiki.json"));
    return sets;
  }

  private List<AnswerableQuestions> news(Path news) throws Exception {
    List<AnswerableQuestions> articles = new ArrayList<>();
    List<Path> folders;
    try (Stream<Path> each = Files.list(news)) {
      folders = each.filter(Files::isDirectory).sorted().toList();
    }
    for (Path one : folders) {
      Path questions = one.resolve("questions.jsonl");
      articles.add(
          AnswerableQuestions.ofLines(
              product.article(one.resolve("article.txt")), name(questions), text(questions)));
    }
    return articles;
  }

  private void squad(List<QuestionSet> sets, String name, Path file) throws IOException {
    if (isThere(file)) {
      add(
          sets,
          name,
          AnswerableQuestions.ofSquad(name(file), text(file), product.splitter()));
    }
  }

  private void add(List<QuestionSet> sets, String name, List<AnswerableQuestions> articles) {
    List<AnswerableQuestions> asked = thinned(articles);
    if (!asked.isEmpty()) {
      sets.add(new QuestionSet(name, asked));
    }
  }

  /** At most so many questions, spread evenly over all articles. */
  private List<AnswerableQuestions> thinned(List<AnswerableQuestions> articles) {
    long size = articles.stream().mapToLong(article -> article.questions().size()).sum();
    long kept = Math.min(size, most);
    List<AnswerableQuestions> thinned = new ArrayList<>();
    long seen = 0;
    for (AnswerableQuestions article : articles) {
      List<AnswerableQuestions.Question> questions = new ArrayList<>();
      for (AnswerableQuestions.Question question : article.questions()) {
        if (seen * kept / size != (seen + 1) * kept / size) {
          questions.add(question);
        }
        seen++;
      }
      if (!questions.isEmpty()) {
        thinned.add(new AnswerableQuestions(article.article(), questions));
      }
    }
    return thinned;
  }

  private boolean isThere(Path path) {
    if (Files.exists(path)) {
      return true;
    }
    err.println("skipped: there is no " + name(path));
    return false;
  }

  private String name(Path path) {
    return folder.relativize(path).toString();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
