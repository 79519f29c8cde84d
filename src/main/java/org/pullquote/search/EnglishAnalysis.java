package org.pullquote.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.ResourceLines;
import org.pullquote.article.Span;

/**
 * The terms that English text is reduced to: words in lower case without accents and possessives,
 * stemmed by Porter's algorithm, irregular verb forms as their base ("met" as "meet").
 */
final class EnglishAnalysis extends Analyzer {

  /** A question with more distinct terms is cut: no reader's question has them. */
  private static final int MOST_QUESTION_TERMS = 64;

  /** Of a text: more than any passage has. */
  private static final int MOST_PAIRS = 5000;

  private final @Nullable StemmerOverrideMap irregular;
  private final Set<String> questionStopWords;

  EnglishAnalysis() {
    try (EnglishAnalysis regular = new EnglishAnalysis(null, Set.of())) {
      irregular = irregularForms(regular);
      questionStopWords = new LinkedHashSet<>();
      for (String word : ResourceLines.words(EnglishAnalysis.class, "question-stop-words-en.txt")) {
        regular.tokens(word).forEach(token -> questionStopWords.add(token.term()));
      }
    }
  }

  private EnglishAnalysis(@Nullable StemmerOverrideMap irregular, Set<String> stopWords) {
    this.irregular = irregular;
    this.questionStopWords = stopWords;
  }

  private static StemmerOverrideMap irregularForms(EnglishAnalysis regular) {
    StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder();
    stems(regular).forEach(builder::add);
    try {
      return builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The forms of irregular verbs, each with what its base form is reduced to. */
  static Map<String, String> irregularStems() {
    try (EnglishAnalysis regular = new EnglishAnalysis(null, Set.of())) {
      return stems(regular);
    }
  }

  private static Map<String, String> stems(EnglishAnalysis regular) {
    Map<String, String> stems = new LinkedHashMap<>();
    for (String line : ResourceLines.of(EnglishAnalysis.class, "irregular-verbs-en.txt")) {
      String[] forms = line.split("\\s+");
      String stem = regular.tokens(forms[0]).getFirst().term();
      for (int i = 1; i < forms.length; i++) {
        stems.putIfAbsent(forms[i], stem);
      }
    }
    return stems;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream terms = new EnglishPossessiveFilter(words);
    terms = new LowerCaseFilter(terms);
    terms = new ASCIIFoldingFilter(terms);
    if (irregular != null) {
      terms = new StemmerOverrideFilter(terms, irregular);
    }
    return new TokenStreamComponents(words, new PorterStemFilter(terms));
  }

  /**
   * A term and where it stands.
   *
   * @param span in the text it was found in
   */
  record Token(String term, Span span) {}

  /** The terms of a text, in order. */
  List<Token> tokens(String text) {
    return tokens(this, text);
  }

  /** What an analyzer makes of a text, in order. */
  static List<Token> tokens(Analyzer analyzer, String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(new Token(term.toString(), new Span(offset.startOffset(), offset.endOffset())));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string failed", e);
    }
    return tokens;
  }

  /** What a question asks about: its tokens without question words. */
  Asked asked(String question) {
    return new Asked(
        question,
        tokens(question).stream()
            .filter(token -> !questionStopWords.contains(token.term()))
            .toList());
  }

  /**
   * What a question asks about.
   *
   * @param tokens in the question's order, without question words
   */
  record Asked(String question, List<Token> tokens) {

    /** The distinct terms, in order. */
    List<String> terms() {
      return tokens.stream().map(Token::term).distinct().limit(MOST_QUESTION_TERMS).toList();
    }

    /** Its neighbouring terms, two by two, as one term each. */
    List<String> pairs() {
      return IntStream.range(1, Math.min(tokens.size(), MOST_PAIRS))
          .mapToObj(i -> tokens.get(i - 1).term() + "_" + tokens.get(i).term())
          .toList();
    }

    /** The words as the question spells them, in order. */
    String words() {
      return tokens.stream()
          .limit(MOST_QUESTION_TERMS)
          .map(token -> token.span().in(question))
          .collect(Collectors.joining(" "));
    }

    /** The terms that the question writes with a capital, but for its first word. */
    Set<String> names() {
      return tokens.stream()
          .filter(token -> token.span().start() > 0)
          .filter(token -> Character.isUpperCase(question.codePointAt(token.span().start())))
          .map(Token::term)
          .collect(Collectors.toSet());
    }
  }
}
