package org.pullquote.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answer;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answer.SmallTalk;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.answer.Answerer;
import org.pullquote.answer.Context;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Passage;
import org.pullquote.search.LikelyArticle;
import org.pullquote.search.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions from all articles of a library: the likeliest ones are asked, each as if it
 * were the only one, and what they say is ordered by how sure they are.
 */
public final class AskAll {

  private static final Logger log = LoggerFactory.getLogger(AskAll.class);

  /** On labelled news, 8 find 1 in 100 right passages more than 5, and take as much longer. */
  private static final int MOST_ARTICLES = 6;

  /**
   * How much an article's words, beside those of the likeliest one, count against how sure it is
   * that it answers: its share of their score to this power. Without that, one in twelve first
   * quotes more comes from the wrong article; powers from 3 to 10 differ by less than .01.
   */
  private static final double LIKELIHOOD_POWER = 4;

  /**
   * Of several articles, one is more likely to seem to answer than a single one: so much surer must
   * it be. With it, questions that none answers are refused as often as by the one they are about.
   */
  private static final double CAUTION = 1.25;

  private final Library library;
  private final AnswerPolicy policy;

  public AskAll(Library library, AnswerPolicy policy) {
    this.library = library;
    this.policy = policy;
  }

  /** What an article says, and how sure it is among the others, 0 to 1. */
  private record Said(Answer answer, double confidence) {}

  /** A quote and what it is worth among all. */
  private record Offered(Evidence evidence, double worth) {}

  /**
   * Answers a message; each quote knows its own article.
   *
   * @param message in the reader's words
   * @param context what it follows upon; of the passages quoted before, nothing is taken from it
   */
  public Answer answer(String message, Context context) {
    Optional<SmallTalk> smallTalk = Answerer.smallTalk(message);
    if (smallTalk.isPresent()) {
      return smallTalk.get();
    }
    List<LikelyArticle> likely = library.likely(new Query(message, context.words()), MOST_ARTICLES);
    List<Said> said = new ArrayList<>();
    Context apart = new Context(context.words(), Set.of(), Set.of(), context.bare());
    for (LikelyArticle article : likely) {
      Answer answer = ask(article, message, apart);
      if (answer != null) {
        double share = article.score() / likely.getFirst().score();
        said.add(new Said(answer, answer.confidence() * Math.pow(share, LIKELIHOOD_POWER)));
      }
    }
    said.sort(Comparator.comparingDouble(Said::confidence).reversed());
    return merged(said);
  }

  /** What one article says; null where it has gone since. */
  private @Nullable Answer ask(LikelyArticle article, String message, Context context) {
    try {
      return library.open(article.file()).answer(message, context);
    } catch (LibraryException e) {
      log.warn("{}", e.getMessage());
      return null;
    }
  }

  private Answer merged(List<Said> said) {
    List<Offered> offered = new ArrayList<>();
    for (Said each : said) {
      if (each.answer instanceof Quoted quoted
          && each.confidence >= policy.confidence() * CAUTION) {
        double best = quoted.evidence().getFirst().score();
        quoted
            .evidence()
            .forEach(evidence ->
                offered.add(new Offered(evidence, each.confidence * evidence.score() / best)));
      }
    }
    if (offered.isEmpty()) {
      return refusal(said);
    }
    offered.sort(Comparator.comparingDouble(Offered::worth).reversed());
    double best = offered.getFirst().worth;
    List<Evidence> shown =
        offered.stream()
            .limit(policy.mostQuotes())
            .filter(each -> each.worth >= policy.closeness() * best)
            .map(Offered::evidence)
            .toList();
    return new Quoted(shown, furtherOf(shown.getFirst(), said), said.getFirst().confidence());
  }

  /** The ranking of the article that answers best. */
  private static List<Passage> furtherOf(Evidence best, List<Said> said) {
    return said.stream()
        .map(Said::answer)
        .filter(answer -> answer instanceof Quoted quoted && quoted.evidence().contains(best))
        .findFirst()
        .map(Answer::ranked)
        .orElse(List.of());
  }

  /** That none says it, and what comes closest in the article that is the surest. */
  private static Answer refusal(List<Said> said) {
    return said.stream()
        .map(each ->
            switch (each.answer) {
              case NotInArticle refused ->
                  new NotInArticle(refused.closest(), refused.ranked(), each.confidence);
              case Quoted quoted ->
                  new NotInArticle(
                      Optional.of(unmarked(quoted.evidence().getFirst())),
                      quoted.ranked(),
                      each.confidence);
              // Of which article the metadata are asked, nobody said.
              default -> new NotInArticle(Optional.empty(), List.of(), 0);
            })
        .findFirst()
        .orElse(new NotInArticle(Optional.empty(), List.of(), 0));
  }

  private static Evidence unmarked(Evidence evidence) {
    return new Evidence(evidence.quote(), List.of(), evidence.attribution(), evidence.score());
  }
}
