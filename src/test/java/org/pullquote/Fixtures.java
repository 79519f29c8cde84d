package org.pullquote;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Article;
import org.pullquote.article.ArticleBuilder;
import org.pullquote.article.EnglishSentences;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageKind;
import org.pullquote.article.PassageListReader;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Messages;
import org.pullquote.search.LuceneSearch;

/** What several tests begin with. */
public final class Fixtures {

  public static final ObjectMapper JSON = new ObjectMapper();
  public static final SentenceSplitter SENTENCES = new EnglishSentences();
  public static final Messages MESSAGES = new Messages(Locale.ENGLISH);
  public static final Metadata TELEGRAPH =
      new Metadata(null, "The Telegraph", List.of(), null, null, null);

  /** The passages of the product's own article, as labelled by hand. */
  public static final Article ARTICLE =
      new PassageListReader(SENTENCES).read(resource("/gold/passages.json"), TELEGRAPH);

  private Fixtures() {}

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

  public static Answerer answerer(Article article) {
    return new Answerer(article, new LuceneSearch(article), AnswerPolicy.DEFAULT);
  }

  public static Conversation conversation(Article article) {
    return new Conversation(answerer(article), MESSAGES);
  }
}
