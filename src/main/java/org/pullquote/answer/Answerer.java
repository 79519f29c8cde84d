package org.pullquote.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pullquote.answer.Answer.FromMetadata;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answer.SmallTalk;
import org.pullquote.answer.NameOverRole.Marked;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.answer.Reranker.Reranked;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;
import org.pullquote.names.Entity;
import org.pullquote.names.Mention;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.Match;
import org.pullquote.search.Matches;
import org.pullquote.search.PassageReader;
import org.pullquote.search.PassageSearch;
import org.pullquote.search.Query;
import org.pullquote.search.Signal;

/** Answers questions about one article with quotes from it, or says that it does not tell. */
public final class Answerer implements AutoCloseable {

  /** How far down the ranking is looked at. */
  private static final int DEPTH = 10;

  private static final Pattern SUBJECT =
      Pattern.compile("\\b(?:about|article|story|news|text|happened)\\b", Pattern.CASE_INSENSITIVE);

  private final Article article;
  private final WhoIsWho names;
  private final PassageFacts facts;
  private final PassageSearch search;
  private final AnswerModel model;
  private final AnswerPolicy policy;
  private final Ranker ranker;
  private final Reranker reranker;
  private final Judge judge;

  /**
   * @param names of that article
   * @param search an index of that article
   * @param model the weights to go by
   */
  public Answerer(
      Article article,
      WhoIsWho names,
      PassageSearch search,
      AnswerModel model,
      AnswerPolicy policy) {
    this.article = article;
    this.names = names;
    this.facts = new PassageFacts(article, names);
    this.search = search;
    this.model = model;
    this.policy = policy;
    ranker = new Ranker(model);
    reranker = new Reranker(model);
    judge = new Judge(model);
  }

  /** Who is who in the article. */
  public WhoIsWho names() {
    return names;
  }

  public Article article() {
    return article;
  }

  /** Closes the index. */
  @Override
  public void close() {
    search.close();
  }

  /** What a message does that asks nothing of any article; empty where it may ask something. */
  public static Optional<SmallTalk> smallTalk(String message) {
    return SmallTalkDetector.detect(message).map(SmallTalk::new);
  }

  /** Answers a message that stands by itself. */
  public Answer answer(String message) {
    return answer(message, Context.NONE);
  }

  /**
   * Answers a message that may follow upon others.
   *
   * @param message in the reader's words
   */
  public Answer answer(String message, Context context) {
    Optional<SmallTalk> smallTalk = smallTalk(message);
    if (smallTalk.isPresent()) {
      return smallTalk.get();
    }
    Optional<MetadataQuestion> ofMetadata = MetadataQuestion.of(message);
    if (ofMetadata.isPresent()) {
      return fromMetadata(ofMetadata.get());
    }
    Exclusion exclusion = Exclusion.of(message, names);
    Matches matches = search.match(new Query(exclusion.question(), context.words()));
    if (!matches.searchable()) {
      return aboutArticle(message);
    }
    List<Match> wanted =
        matches.matches().stream()
            .filter(match -> !context.seen().contains(match.passage().id()))
            .filter(match -> !exclusion.leavesOut(facts.of(match.passage()).entities()))
            .toList();
    return wanted.isEmpty()
        ? new NotInArticle(Optional.empty(), List.of(), 0)
        : new Decision(exclusion.question(), context, wanted, matches.reader()).answer();
  }

  /** Why passages rank as they do for a question, in lines for people. */
  public String explain(String question) {
    Matches matches = search.match(Query.of(question));
    return matches.searchable()
        ? new Decision(question, Context.NONE, matches.matches(), matches.reader()).explanation()
        : "nothing to search by\n";
  }

  private Answer fromMetadata(MetadataQuestion question) {
    String value = question.known(article.metadata());
    return value == null
        ? new NotInArticle(Optional.empty(), List.of(), 0)
        : new FromMetadata(question, value);
  }

  /** Whether what was found answers a question, and how much of it to show. */
  private final class Decision {
    private final List<Match> matches;
    private final FeatureTable table;
    private final List<Ranked> first;
    private final Reranked reranked;
    private final List<Ranked> ranked;
    private final Marker marker;
    private final NameOverRole byName;
    private final FalsePremise premise;
    private final Optional<Passage> named;
    private final Set<Entity> pictured;

    Decision(String asked, Context context, List<Match> matches, PassageReader reader) {
      this.matches = matches;
      Question question = Question.of(asked, context, names);
      table = FeatureTable.of(question, matches, facts, context);
      named = PassageReference.in(asked, article);
      first = ranker.rank(table, named);
      reranked = reranker.rank(first, Reranker.read(first, row -> reader.read(matches.get(row))));
      pictured = question.pictured();
      ranked = photosFirst(reranked.ranked());
      marker = new Marker(question, names, model);
      byName = new NameOverRole(question, names);
      premise = new FalsePremise(question, names);
    }

    /**
     * Asked who took the photo of somebody, photos of them come first: words and meaning say more
     * of the asking than of whom.
     */
    private List<Ranked> photosFirst(List<Ranked> ranked) {
      return pictured.isEmpty()
          ? ranked
          : ranked.stream().sorted(Comparator.comparing(each -> !isPhotoOfThem(each))).toList();
    }

    private boolean isPhotoOfThem(Ranked each) {
      return has(each, Clue.CREDIT_ASKED)
          && facts.of(each.passage()).entities().containsAll(pictured);
    }

    Answer answer() {
      double confidence = named.isPresent() ? 1 : judge.confidence(table, reranked);
      boolean another = speaksOfAnother();
      if (confidence < policy.confidence() || another) {
        // What it says of another is worth knowing, however surely it is no answer.
        boolean close = confidence >= policy.closestConfidence() || another;
        return new NotInArticle(
            close ? Optional.of(closest()) : Optional.empty(), order(List.of()), confidence);
      }
      List<Marked> shown = shown();
      return new Quoted(
          shown.stream().map(each -> evidence(each.ranked(), each.marks())).toList(),
          order(shown.stream().map(Marked::ranked).toList()),
          confidence);
    }

    private List<Marked> shown() {
      double least = policy.closeness() * ranked.getFirst().share();
      List<Ranked> likeliest = ranked.stream().limit(policy.mostQuotes()).toList();
      List<Marked> close =
          likeliest.stream().filter(each -> each.share() >= least).map(this::marked).toList();
      return byName.shown(close, likeliest.stream().skip(close.size()).map(this::marked));
    }

    private Marked marked(Ranked each) {
      return new Marked(each, marks(each), raw(each, Signal.COVERAGE));
    }

    /** The likeliest passages: those shown as they are shown, then the others. */
    private List<Passage> order(List<Ranked> shown) {
      return Stream.concat(shown.stream(), ranked.stream())
          .map(Ranked::passage)
          .distinct()
          .limit(DEPTH)
          .toList();
    }

    /**
     * Asked when one person came, when another came is no answer, nor are another's words where one
     * is asked for: a false premise must not get a quote that seems to grant it.
     */
    private boolean speaksOfAnother() {
      return named.isEmpty()
          && (has(ranked.getFirst(), Clue.PERSON_REPLACED)
              || has(ranked.getFirst(), Clue.SPEAKER_REPLACED)
              || (!pictured.isEmpty() && !isOfPhoto(ranked.getFirst()))
              || premise.in(ranked.getFirst().passage(), () -> marks(ranked.getFirst())));
    }

    /** Whether it has a credit, or speaks of a photo. */
    private boolean isOfPhoto(Ranked each) {
      return has(each, Clue.CREDIT_ASKED) || QuestionShape.isOfPhoto(each.passage().text());
    }

    /** The words that answer: by reading, where the passage was read. */
    private List<Span> marks(Ranked each) {
      return marker.mark(matches.get(each.row()), reranked.reading(each));
    }

    String explanation() {
      return Explanation.of(table, first, reranked, ranker, judge.confidence(table, reranked));
    }

    /** What comes nearest, with nothing marked: it does not answer. */
    private Evidence closest() {
      // The headline is close to everything and tells little.
      Ranked closest =
          ranked.stream()
              .filter(each -> each.passage().kind() != PassageKind.HEADLINE)
              .findFirst()
              .orElse(ranked.getFirst());
      return evidence(closest, List.of());
    }

    private Evidence evidence(Ranked each, List<Span> marks) {
      return Answerer.this.evidence(
          each.passage(),
          Excerpt.of(each.passage(), marks),
          marks,
          each.share(),
          has(each, Clue.CREDIT_ASKED));
    }

    private boolean has(Ranked each, Clue clue) {
      return raw(each, clue) > 0;
    }

    private double raw(Ranked each, Enum<?> feature) {
      return table.raw(each.row())[AnswerModel.FEATURES.indexOf(feature.name())];
    }
  }

  /** A question with no word of its own: "what is this about?" asks for the headline. */
  private Answer aboutArticle(String question) {
    Optional<Passage> headline = article.headline();
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
    return evidence(passage, List.of(), 1);
  }

  private Evidence evidence(Passage passage, List<Span> marks, double score) {
    return evidence(passage, Excerpt.of(passage, marks), marks, score);
  }

  /**
   * A part of a passage as evidence.
   *
   * @param passage one of the article's own
   * @param quoted what of its text
   * @param marks what to set off in it, within what is quoted
   * @param score how well it matches
   * @param creditAnswers whether it is the passage's credit that answers
   * @throws IllegalArgumentException if the passage is not of the article, or a range is out of it
   */
  public Evidence evidence(
      Passage passage, Span quoted, List<Span> marks, double score, boolean creditAnswers) {
    return new Evidence(
        Quote.of(article, passage, quoted),
        marks,
        Attribution.of(article, passage, quoted, marks),
        score,
        creditAnswers);
  }

  /** The same where the credit does not answer. */
  public Evidence evidence(Passage passage, Span quoted, List<Span> marks, double score) {
    return evidence(passage, quoted, marks, score, false);
  }

  /**
   * Who says what a passage tells, as that passage names them; where it says "he", together with
   * the passage before it that names whom that means; or that the article does not tell.
   */
  public Answer speaker(Passage passage) {
    Attribution attribution = Attribution.of(article, passage, passage.whole(), List.of());
    Quote named = attribution.speaker() != null ? attribution.speaker() : attribution.via();
    List<Passage> ranked = List.of(passage);
    if (named != null) {
      return new Quoted(List.of(evidence(passage, List.of(named.span()), 1)), ranked, 1);
    }
    Optional<Entity> meant = names.speaker(passage);
    Optional<Evidence> naming = meant.flatMap(entity -> lastNamed(entity, passage));
    return naming.isEmpty()
        ? new NotInArticle(Optional.of(evidence(passage)), ranked, 0)
        : new Quoted(
            List.of(evidence(passage, pronoun(meant.get(), passage), 1), naming.get()), ranked, 1);
  }

  private List<Span> pronoun(Entity entity, Passage passage) {
    return mentions(entity, passage, Mention.Form.PRONOUN).limit(1).toList();
  }

  private Stream<Span> mentions(Entity entity, Passage passage, Mention.Form form) {
    return names.mentions(passage).stream()
        .filter(mention -> mention.entity().equals(entity) && mention.form() == form)
        .map(Mention::span);
  }

  /** The nearest passage before another one that has somebody's name. */
  private Optional<Evidence> lastNamed(Entity entity, Passage before) {
    List<Passage> all = article.passages();
    return all.subList(0, all.indexOf(before)).reversed().stream()
        .flatMap(passage ->
            mentions(entity, passage, Mention.Form.NAME)
                .limit(1)
                .map(span -> evidence(passage, List.of(span), 1)))
        .findFirst();
  }
}
