package org.pullquote.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.StringList;

/**
 * English sentences by OpenNLP's model (trained on the Universal Dependencies English Web Treebank)
 * and a list of abbreviations after which no sentence ends. The model alone ends a sentence after
 * "Gen." and "Jan."; an abbreviation that does end one ("in the U.S.") joins two sentences, which
 * is the smaller fault: nothing is cut in two.
 */
public final class EnglishSentences implements SentenceSplitter {

  private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
  private static final String ABBREVIATIONS = "abbreviations-en.txt";

  private final SentenceModel model;
  private final Dictionary abbreviations;

  /** Loads the model and the abbreviations from the class path. */
  public EnglishSentences() {
    try (InputStream in =
        Objects.requireNonNull(EnglishSentences.class.getResourceAsStream(MODEL), MODEL)) {
      model = new SentenceModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + MODEL, e);
    }
    abbreviations = new Dictionary(true);
    ResourceLines.words(EnglishSentences.class, ABBREVIATIONS)
        .forEach(word -> abbreviations.put(new StringList(word)));
  }

  @Override
  public List<Span> split(String text) {
    // The detector keeps state between calls; the model does not.
    SentenceDetectorME detector = new SentenceDetectorME(model, abbreviations);
    List<Span> sentences = new ArrayList<>();
    for (opennlp.tools.util.Span found : detector.sentPosDetect(text)) {
      Span sentence = strip(text, new Span(found.getStart(), found.getEnd()));
      if (sentence.length() == 0) {
        continue;
      }
      Span last = sentences.isEmpty() ? null : sentences.getLast();
      if (last != null && !canEnd(last.in(text))) {
        sentences.set(sentences.size() - 1, new Span(last.start(), sentence.end()));
      } else {
        sentences.add(sentence);
      }
    }
    return List.copyOf(sentences);
  }

  /** A comma ends no sentence, whatever the model finds before it ("Mike Gallagher, R-Wis.,"). */
  private static boolean canEnd(String sentence) {
    return !sentence.endsWith(",");
  }

  private static Span strip(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }
}
