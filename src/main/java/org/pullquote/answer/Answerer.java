package org.pullquote.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answer.SmallTalk;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.article.Quote;
import org.pullquote.search.PassageSearch;
import org.pullquote.search.Ranking;
import org.pullquote.search.Ranking.Hit;

/** Answers questions about one article with quotes from it, or says that it does not tell. */
public final class Answerer implements AutoCloseable {

  /** How far down the ranking is looked at. */
  private static final int DEPTH = 10;

  private static final Pattern SUBJECT =
      Pattern.compile("\\b(?:about|article|story|news|text|happened)\\b", Pattern.CASE_INSENSITIVE);

  private final Article article;
  private final PassageSearch search;
  private final AnswerPolicy policy;

  /**
   * @param search an index of that article
   */
  public Answerer(Article article, PassageSearch search, AnswerPolicy policy) {
    this.article = article;
    this.search = search;
    this.policy = policy;
  }

  public Article article() {
    return article;
  }

  /** Closes the index. */
  @Override
  public void close() {
    search.close();
  }

  /** Answers a message that stands by itself. */
  public Answer answer(String message) {
    return answer(message, "", Set.of());
  }

  /**
   * Answers a message that may follow upon others.
   *
   * @param message in the reader's words
   * @param context what it follows upon, as words to search by; may be empty
   * @param shown ids of passages that are no answer, because the reader has just seen them
   */
  public Answer answer(String message, String context, Set<String> shown) {
    Optional<SmallTalk.Kind> smallTalk = SmallTalkDetector.detect(message);
    if (smallTalk.isPresent()) {
      return new SmallTalk(smallTalk.get());
    }
    Ranking ranking = search.rank(message, context, DEPTH + shown.size());
    if (!ranking.searchable()) {
      return aboutArticle(message);
    }
    List<Hit> hits =
        ranking.hits().stream()
            .filter(hit -> !shown.contains(hit.passage().id()))
            .limit(DEPTH)
            .toList();
    return decide(hits);
  }

  /** Whether what was found answers, and how much of it to show. */
  private Answer decide(List<Hit> hits) {
    List<Passage> ranked = hits.stream().map(Hit::passage).toList();
    if (hits.isEmpty()) {
      return new NotInArticle(Optional.empty(), ranked, 0);
    }
    Hit best = hits.getFirst();
    if (best.coverage() < policy.coverage()) {
      return new NotInArticle(closest(hits).map(this::evidence), ranked, best.coverage());
    }
    List<Evidence> evidence =
        hits.stream()
            .limit(policy.mostQuotes())
            .filter(hit -> hit.score() >= policy.closeness() * best.score())
            .map(this::evidence)
            .toList();
    return new Quoted(evidence, ranked, best.coverage());
  }

  /**
   * What comes nearest: a passage that holds a word of the question, the headline only if no other
   * does, for it is close to everything and tells little.
   */
  private static Optional<Hit> closest(List<Hit> hits) {
    List<Hit> near = hits.stream().filter(hit -> hit.coverage() > 0).toList();
    return near.stream()
        .filter(hit -> hit.passage().kind() != PassageKind.HEADLINE)
        .findFirst()
        .or(() -> near.stream().findFirst());
  }

  /** A question with no word of its own: "what is this about?" asks for the headline. */
  private Answer aboutArticle(String question) {
    Optional<Passage> headline =
        article.passages().stream().filter(p -> p.kind() == PassageKind.HEADLINE).findFirst();
    if (headline.isEmpty() || !SUBJECT.matcher(question).find()) {
      return new SmallTalk(SmallTalk.Kind.NO_QUESTION);
    }
    return new Quoted(List.of(evidence(headline.get())), List.of(headline.get()), 1);
  }

  /**
   * A whole passage as evidence of itself, with nothing marked.
   *
   * @param passage one of the article's own
   */
  public Evidence evidence(Passage passage) {
    return evidence(new Hit(passage, 1, 1, List.of()));
  }

  private Evidence evidence(Hit hit) {
    Passage passage = hit.passage();
    return new Evidence(
        Quote.of(article, passage, passage.whole()),
        hit.matches(),
        Attribution.of(article, passage),
        hit.score());
  }
}
