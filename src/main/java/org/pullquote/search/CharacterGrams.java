package org.pullquote.search;

import java.io.Reader;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;

/**
 * Every four characters of a text in a row, across words, without punctuation, case and accents:
 * what a misspelt word still shares with the right one ("welcomd" with "welcomed"), and one form of
 * a word with another.
 */
final class CharacterGrams extends Analyzer {

  private static final int LENGTH = 4;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  @Override
  protected Reader initReader(String field, Reader text) {
    return new PatternReplaceCharFilter(BETWEEN_WORDS, " ", text);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer grams = new NGramTokenizer(LENGTH, LENGTH);
    return new TokenStreamComponents(grams, new ASCIIFoldingFilter(new LowerCaseFilter(grams)));
  }
}
