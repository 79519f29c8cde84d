package org.pullquote.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.article.Span;
import org.pullquote.article.Speech;
import org.pullquote.names.Entity;
import org.pullquote.names.Mention;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.Match;
import org.pullquote.search.Phrase;
import org.pullquote.search.PhraseScores;
import org.pullquote.search.Reading;

/**
 * Chooses the words of a passage that answer a question: those to set off in the quote. A softmax
 * of weighted sums says how likely each of the words that may is to answer, and those are marked
 * that are expected to share most with the answer.
 */
public final class Marker {

  /** The names of the features of words that may answer. */
  public static final List<String> FEATURES =
      Arrays.stream(MarkClue.values()).map(Enum::name).toList();

  private static final double FAR = 25;
  private static final double NEAR = 6;
  private static final double FAR_APART = 8;

  /** Of what is said, so much is who says it where it is hardly more. */
  private static final double MOSTLY = 0.4;

  private static final Pattern APPOSITION = Pattern.compile("(?:the|an?|his|her|its|their) ");
  private static final Pattern BEHIND_ROLE = Pattern.compile(",? ");
  private static final Pattern LINK_BEHIND = Pattern.compile(" (?:of|and|or)\\b");
  private static final Pattern REASON =
      Pattern.compile(
          "(?i)^(?:because|due to|in order|so that|to|as|since|amid|after|over|following|for)\\b.*",
          Pattern.DOTALL);
  private static final Pattern DENIAL =
      Pattern.compile(
          "(?i)\\b(?:not|no|never|none|neither|nor|without|nothing|nobody|refus\\w+|den(?:y|ied|ies)"
              + "|un(?:likely|clear|able))\\b|n[’']t\\b");

  private final QuestionShape shape;
  private final Set<String> asked;
  private final WhoIsWho names;
  private final List<Mention> named;
  private final double[] weights;

  /** For a question that stands by itself. */
  public Marker(String question, WhoIsWho names, AnswerModel model) {
    this(Question.of(question, Context.NONE, names), names, model);
  }

  /**
   * @param names of the article that is asked about
   */
  Marker(Question question, WhoIsWho names, AnswerModel model) {
    this.names = names;
    shape = question.shape();
    asked = new HashSet<>(Words.of(question.text()));
    named = question.mentions();
    weights = FEATURES.stream().mapToDouble(name -> model.mark().getOrDefault(name, 0.0)).toArray();
  }

  /**
   * Words that may answer.
   *
   * @param features in the order of {@link #FEATURES}
   */
  @SuppressWarnings("ArrayRecordComponent") // read only
  public record Candidate(Span span, double[] features) {}

  /**
   * The words that answer, in order; none where it is not known, or where the credit does.
   *
   * @param match of the passage
   * @param reading of the passage with the question, where it was read
   */
  List<Span> mark(Match match, Optional<Reading> reading) {
    Passage passage = match.passage();
    if (shape.credit() && passage.credit() != null) {
      return List.of();
    }
    if (shape.asksWhatIsShown() && passage.kind() == PassageKind.CAPTION) {
      return List.of(passage.sentences().getFirst());
    }
    List<Candidate> candidates = candidates(match, reading);
    if (candidates.isEmpty()) {
      return List.of();
    }
    List<Span> spans = candidates.stream().map(Candidate::span).toList();
    double[] sums =
        candidates.stream().mapToDouble(each -> Ranker.dot(weights, each.features())).toArray();
    Span chosen = spans.get(new ExpectedGain(passage.text(), spans).best(sums));
    Span best = named(passage, MarkEnds.tidied(passage.text(), chosen, shape.type()));
    return List.of(shape.asksWhoSays() ? whoSays(passage, best).orElse(best) : best);
  }

  /** Where somebody is asked for, "the mayor" together with the name that follows. */
  private Span named(Passage passage, Span mark) {
    if (shape.type() != AnswerType.PERSON || shape.asksWhatIs()) {
      return mark;
    }
    List<Mention> mentions = names.mentions(passage);
    return mentions.stream()
        .filter(role -> role.form() == Mention.Form.ROLE && role.span().end() == mark.end())
        .flatMap(role -> mentions.stream().filter(name -> isNameBehind(passage, role, name)))
        .findFirst()
        .map(name -> new Span(mark.start(), name.span().end()))
        .orElse(mark);
  }

  private static boolean isNameBehind(Passage passage, Mention role, Mention name) {
    int from = role.span().end();
    return name.form() == Mention.Form.NAME
        && name.entity().equals(role.entity())
        && name.span().start() >= from
        && BEHIND_ROLE.matcher(passage.text().substring(from, name.span().start())).matches();
  }

  /**
   * Who says the sentence that answers, where the passage tells: the speaker, or where a report is
   * asked for, what it came through.
   */
  private Optional<Span> whoSays(Passage passage, Span answer) {
    Speech speech = Speech.in(passage, answer);
    Span first = shape.asksForReport() ? speech.via() : speech.speaker();
    Span second = shape.asksForReport() ? speech.speaker() : speech.via();
    return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
        .flatMap(Optional::stream)
        .filter(span -> !asked.containsAll(Words.of(span.in(passage.text()))))
        .findFirst();
  }

  /**
   * All words of a passage that may answer; none where no model read it.
   *
   * @param match of the passage
   * @param reading of the passage with the question, where it was read
   */
  public List<Candidate> candidates(Match match, Optional<Reading> reading) {
    List<Phrase> phrases = reading.map(Reading::phrases).orElse(match.phrases());
    if (phrases.isEmpty()) {
      return List.of();
    }
    PhraseScores scores = reading.map(Reading::scores).orElseGet(() -> PhraseScores.among(phrases));
    Reader reader = new Reader(match, phrases, scores);
    return reader.spans().stream()
        .filter(reader::mayAnswer)
        .map(span -> new Candidate(span, reader.features(span)))
        .toList();
  }

  /** Reads off the features of candidates in one passage. */
  private final class Reader {
    private final Passage passage;
    private final String text;
    private final Match match;
    private final PhraseScores scores;
    private final PhraseShares apart;
    private final double best;
    private final List<Span> typed;
    private final Restatement restatement;
    private final List<Span> speakers;
    private final List<Span> namedToo;
    private final List<Span> nameSpans;
    private final Set<Span> clauses;
    private final Set<Span> spans;
    private final Span liked;

    Reader(Match match, List<Phrase> phrases, PhraseScores scores) {
      this.match = match;
      passage = match.passage();
      text = passage.text();
      this.scores = scores;
      apart = new PhraseShares(match.phrases().isEmpty() ? phrases : match.phrases());
      typed = shape.type().find(text);
      List<Mention> mentions = names.mentions(passage);
      restatement = new Restatement(shape, named, text, mentions);
      namedToo =
          Stream.concat(
                  match.words().stream(),
                  mentions.stream().filter(each -> isNamed(each.entity())).map(Mention::span))
              .toList();
      nameSpans =
          mentions.stream()
              .filter(each -> each.form() == Mention.Form.NAME)
              .map(Mention::span)
              .toList();
      Speech speech = Speech.in(passage);
      speakers = new ArrayList<>(MarkCandidates.sayings(passage));
      if (speech.speaker() != null) {
        speakers.add(speech.speaker());
      }
      if (speech.via() != null) {
        speakers.add(speech.via());
      }
      clauses = new HashSet<>(MarkCandidates.clauses(passage));
      spans = MarkCandidates.of(passage, phrases, typed, mentions, speakers);
      best = spans.stream().mapToDouble(scores::of).max().orElse(0);
      liked = spans.iterator().next();
    }

    Set<Span> spans() {
      return spans;
    }

    /** Not across sentences, and not whom the question itself names. */
    boolean mayAnswer(Span span) {
      return passage.sentences().stream().filter(span::overlaps).count() == 1
          && !restatement.is(MarkEnds.cut(text, span, shape.type()));
    }

    double[] features(Span span) {
      Map<MarkClue, Double> clues = new EnumMap<>(MarkClue.class);
      likely(span, clues);
      answers(span, clues);
      shaped(span, clues);
      lengths(span, clues);
      return Arrays.stream(MarkClue.values())
          .mapToDouble(clue -> clues.getOrDefault(clue, 0.0))
          .toArray();
    }

    private void likely(Span span, Map<MarkClue, Double> clues) {
      double behind = scores.of(span) - best;
      clues.put(MarkClue.BEHIND, Math.max(-1, behind / FAR));
      clues.put(MarkClue.CLOSE_BEHIND, Math.max(-1, behind / NEAR));
      put(clues, MarkClue.LIKED_BEST, span.equals(liked));
      clues.put(MarkClue.BEHIND_APART, Math.max(-1, apart.behind(span) / FAR_APART));
      put(clues, MarkClue.LIKED_BEST_APART, apart.isBest(span));
      clues.put(MarkClue.SHARE_APART, apart.touching(span));
      clues.put(MarkClue.COVERED_APART, apart.covering(span));
      clues.put(MarkClue.NEAR_ASKED, Nearness.of(span, match.words(), passage));
      clues.put(MarkClue.NEAR_NAMED, Nearness.of(span, namedToo, passage));
    }

    /** Whether they are what the question asks for, seen from its type and its names. */
    private void answers(Span span, Map<MarkClue, Double> clues) {
      String words = span.in(text);
      List<String> list = Words.of(words);
      put(
          clues,
          MarkClue.TYPE,
          typed.stream()
              .anyMatch(
                  each -> each.overlaps(span) && !asked.containsAll(Words.of(each.in(text)))));
      put(clues, MarkClue.TYPE_ALONE, typed.contains(span));
      List<String> large = large(list);
      clues.put(
          MarkClue.ASKED,
          large.stream().mapToDouble(word -> asked.contains(word) ? 1 : 0).average().orElse(0));
      put(clues, MarkClue.ALL_ASKED, asked.containsAll(list));
      put(
          clues,
          MarkClue.OTHER_NAME,
          shape.type() == AnswerType.PERSON
              && restatement.persons(span).map(Mention::entity).anyMatch(each -> !isNamed(each)));
      put(clues, MarkClue.SPEAKER, shape.asksWhoSays() && speakers.contains(span));
      put(clues, MarkClue.SPEAKER_UNASKED, !shape.asksWhoSays() && isMostlySpeaker(span));
      put(clues, MarkClue.APPOSITION_UNASKED, !shape.asksWhatIs() && isApposition(span));
      put(clues, MarkClue.QUOTATION, shape.asksWhatIsSaid() && isQuotation(span));
      put(
          clues,
          MarkClue.REASON,
          shape.type() == AnswerType.REASON && REASON.matcher(words).matches());
    }

    /** How they are cut out of the text. */
    private void shaped(Span span, Map<MarkClue, Double> clues) {
      List<String> list = Words.of(span.in(text));
      put(
          clues,
          MarkClue.BEGINS_WITH_PREPOSITION,
          shape.type() != AnswerType.REASON
              && !list.isEmpty()
              && SmallWords.PREPOSITIONS.contains(list.getFirst()));
      put(
          clues,
          MarkClue.ENDS_WITH_SMALL_WORD,
          !list.isEmpty() && SmallWords.ALL.contains(list.getLast()));
      put(
          clues,
          MarkClue.BEFORE_LINK,
          LINK_BEHIND.matcher(text).region(span.end(), text.length()).lookingAt());
      put(
          clues,
          MarkClue.CUTS_CAPITALS,
          cutsCapitals(span.start()) || cutsCapitals(span.end() + 1));
      put(clues, MarkClue.BEGINS_AT_PAUSE, isPause(span.start() - 1) || isPause(span.start() - 2));
      put(clues, MarkClue.ENDS_AT_PAUSE, isPause(span.end()));
      put(clues, MarkClue.CLAUSE_FOR_YES_OR_NO, shape.yesOrNo() && clauses.contains(span));
      put(
          clues,
          MarkClue.SENTENCE_FOR_YES_OR_NO,
          shape.yesOrNo() && passage.sentences().stream().anyMatch(each -> alike(each, span)));
      put(
          clues,
          MarkClue.DENIAL_FOR_YES_OR_NO,
          shape.yesOrNo() && DENIAL.matcher(span.in(text)).find());
    }

    /** Whether two words with capitals meet at the word that starts at a place. */
    private boolean cutsCapitals(int place) {
      if (place < 2
          || place >= text.length()
          || text.charAt(place - 1) != ' '
          || !Character.isUpperCase(text.charAt(place))) {
        return false;
      }
      int before = text.lastIndexOf(' ', place - 2) + 1;
      return Character.isUpperCase(text.charAt(before))
          && Character.isLetter(text.charAt(place - 2));
    }

    /** Whether a place is outside the text or holds punctuation. */
    private boolean isPause(int place) {
      return place < 0
          || place >= text.length()
          || !(Character.isLetterOrDigit(text.charAt(place))
              || Character.isWhitespace(text.charAt(place)));
    }

    private void lengths(Span span, Map<MarkClue, Double> clues) {
      double length = Math.log(Math.max(1, Words.of(span.in(text)).size()));
      if (shape.yesOrNo()) {
        clues.put(MarkClue.LENGTH_FOR_YES_OR_NO, length);
        clues.put(MarkClue.LENGTH_FOR_YES_OR_NO_SQUARED, length * length);
      } else if (shape.type() == AnswerType.OTHER || shape.type() == AnswerType.REASON) {
        clues.put(MarkClue.LENGTH_OF_OTHER, length);
        clues.put(MarkClue.LENGTH_OF_OTHER_SQUARED, length * length);
      } else {
        clues.put(MarkClue.LENGTH_OF_NAMED, length);
        clues.put(MarkClue.LENGTH_OF_NAMED_SQUARED, length * length);
      }
    }

    /** "a statement released by the ministry" is hardly more than the ministry. */
    private boolean isMostlySpeaker(Span span) {
      return speakers.stream()
          .anyMatch(each -> span.contains(each) && each.length() >= MOSTLY * span.length());
    }

    private boolean isApposition(Span span) {
      return APPOSITION.matcher(span.in(text)).lookingAt()
          && text.startsWith(", ", span.start() - 2)
          && nameSpans.stream().anyMatch(each -> each.end() == span.start() - 2);
    }

    private boolean isQuotation(Span span) {
      return span.start() > 0 && "“\"".indexOf(text.charAt(span.start() - 1)) >= 0;
    }
  }

  private boolean isNamed(Entity entity) {
    return named.stream().anyMatch(mention -> mention.entity().equals(entity));
  }

  private static List<String> large(List<String> words) {
    return words.stream().filter(word -> !SmallWords.ALL.contains(word)).toList();
  }

  private static boolean alike(Span left, Span right) {
    return left.contains(right) && left.length() - right.length() < 3;
  }

  private static void put(Map<MarkClue, Double> clues, MarkClue clue, boolean value) {
    clues.put(clue, value ? 1.0 : 0.0);
  }
}
