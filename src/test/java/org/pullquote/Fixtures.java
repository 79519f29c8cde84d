package org.pullquote;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pullquote.answer.AnswerModel;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.article.ArticleBuilder;
import org.pullquote.article.EnglishSentences;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageKind;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Guide;
import org.pullquote.chat.Messages;
import org.pullquote.names.WhoIsWho;
import org.pullquote.reading.PassageListReader;
import org.pullquote.search.LuceneSearch;
import org.pullquote.search.OnnxModel;
import org.pullquote.search.PassageText;
import org.pullquote.search.PassageVectors;
import org.pullquote.search.QuestionVectors;
import org.pullquote.search.Reading;
import org.pullquote.search.TextModel;

/** What several tests begin with. */
public final class Fixtures {

  public static final ObjectMapper JSON = new ObjectMapper();
  public static final SentenceSplitter SENTENCES = new EnglishSentences();
  public static final Messages MESSAGES = new Messages(Locale.ENGLISH);
  public static final Metadata TELEGRAPH =
      new Metadata(null, "The Telegraph", List.of(), null, null, null, List.of());

  /** The passages of the product's own article, as labelled by hand. */
  public static final Article ARTICLE =
      new PassageListReader(SENTENCES).read(resource("/gold/passages.json"), TELEGRAPH);

  /** The model that comes with the program: loaded once, when the first test needs it. */
  private static final class Model {
    static final TextModel MODEL = new Remembering(new OnnxModel(true));
  }

  /** Reads each article once, however many tests ask about it. */
  private record Remembering(TextModel model, Map<List<Object>, List<PassageVectors>> read)
      implements TextModel {

    Remembering(TextModel model) {
      this(model, new ConcurrentHashMap<>());
    }

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public List<PassageVectors> passages(String title, List<PassageText> texts) {
      List<Object> key = new ArrayList<>(texts);
      key.add(title);
      return read.computeIfAbsent(key, missing -> model.passages(title, texts));
    }

    @Override
    public QuestionVectors question(String text) {
      return model.question(text);
    }

    @Override
    public Optional<Reading> read(QuestionVectors question, PassageVectors passage) {
      return model.read(question, passage);
    }

    @Override
    public void close() {
      model.close();
    }
  }

  private Fixtures() {}

  public static TextModel model() {
    return Model.MODEL;
  }

  /** An index of an article, as the program makes it. */
  public static LuceneSearch search(Article article) {
    WhoIsWho names = WhoIsWho.of(article, List.of());
    return new LuceneSearch(
        article, article.passages().stream().map(names::otherNames).toList(), model());
  }

  public static JsonNode resource(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the data that is not part of the project; skips the test where it is absent. */
  public static Path shared(String name) {
    Path file = Path.of("..", "shared").resolve(name);
    if (!Files.exists(file)) {
      System.out.println("skipped: there is no ../shared/" + name);
    }
    assumeTrue(Files.exists(file), "there is no ../shared/" + name);
    return file;
  }

  /** An article of paragraphs. */
  public static Article paragraphs(String... texts) {
    ArticleBuilder builder = new ArticleBuilder(SENTENCES);
    for (String text : texts) {
      builder.add(PassageKind.PARAGRAPH, text, null);
    }
    return builder.build(Metadata.NONE);
  }

  /**
   * An article of passages with " / " between; "H:" begins a headline and "C:" a caption, behind
   * which may stand " @" and the address of its image.
   */
  public static Article article(String text) {
    ArticleBuilder builder = new ArticleBuilder(SENTENCES);
    for (String passage : text.strip().split("\\s+/\\s+")) {
      PassageKind kind =
          passage.startsWith("H:")
              ? PassageKind.HEADLINE
              : passage.startsWith("C:") ? PassageKind.CAPTION : PassageKind.PARAGRAPH;
      String[] parts = passage.replaceFirst("^[HC]:", "").split(" @", 2);
      builder.add(null, kind, parts[0], null, parts.length < 2 ? null : parts[1]);
    }
    return builder.build(Metadata.NONE);
  }

  public static Answerer answerer(Article article) {
    return new Answerer(
        article,
        WhoIsWho.of(article, List.of()),
        search(article),
        AnswerModel.standard(),
        AnswerPolicy.DEFAULT);
  }

  public static Conversation conversation(Article article) {
    return new Conversation(new Guide(answerer(article)), Locale.ENGLISH);
  }
}
