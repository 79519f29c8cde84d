package org.pullquote.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageListReader;
import org.pullquote.article.PastedTextReader;
import org.pullquote.article.ReadResult;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.article.StrictJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads article files: pasted text, or JSON. Beside {@code NAME.txt} its metadata may stand in
 * {@code NAME.metadata.json}; for {@code article.txt} also in {@code metadata.json}.
 */
final class ArticleFiles {

  private static final Logger log = LoggerFactory.getLogger(ArticleFiles.class);

  private static final Pattern JSON_START = Pattern.compile("\\s*(?:\\[\\s*\\{|\\{\\s*\")");

  private static final Pattern HTML =
      Pattern.compile("\\s*<(?:!doctype|html|head|body|\\?xml)\\b", Pattern.CASE_INSENSITIVE);

  private static final Set<String> METADATA_FIELDS =
      Set.of("title publisher authors published url language aliases source notes".split(" "));

  private final SentenceSplitter splitter;

  ArticleFiles(SentenceSplitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Reads an article.
   *
   * @throws UserException naming the file and what is wrong with it
   */
  ReadResult read(Path file) throws UserException {
    String text = TextFiles.read(file, file.toString());
    Metadata metadata = metadata(file);
    try {
      if (isJson(file, text)) {
        Article article = new PassageListReader(splitter).read(StrictJson.read(text), metadata);
        return new ReadResult(article, List.of());
      }
      if (HTML.matcher(text).lookingAt()) {
        throw new UserException(
            file + ": HTML cannot be read yet; paste the article's text into a file instead");
      }
      return new PastedTextReader(splitter).read(text, metadata);
    } catch (JsonProcessingException e) {
      throw notJson(file, e);
    } catch (IllegalArgumentException e) {
      throw new UserException(file + ": " + e.getMessage());
    }
  }

  /** Pasted text may begin with a bracket, too: "[UPDATE] Bridge opens". */
  private static boolean isJson(Path file, String text) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
        || JSON_START.matcher(text).lookingAt();
  }

  private static Metadata metadata(Path article) throws UserException {
    String name = article.getFileName().toString();
    String stem = name.replaceFirst("\\.[^.]+$", "");
    for (String candidate : candidates(stem)) {
      Path file = article.resolveSibling(candidate);
      if (Files.exists(file)) {
        try {
          JsonNode json = StrictJson.read(TextFiles.read(file, file.toString()));
          json.fieldNames().forEachRemaining(field -> warnOfUnknown(file, field));
          return PassageListReader.metadata(json);
        } catch (JsonProcessingException e) {
          throw notJson(file, e);
        } catch (IllegalArgumentException e) {
          throw new UserException(file + ": " + e.getMessage());
        }
      }
    }
    return Metadata.NONE;
  }

  private static void warnOfUnknown(Path file, String field) {
    if (!METADATA_FIELDS.contains(field)) {
      log.warn("{}: the field \"{}\" says nothing; known are {}", file, field, METADATA_FIELDS);
    }
  }

  private static List<String> candidates(String stem) {
    String own = stem + ".metadata.json";
    return stem.toLowerCase(Locale.ROOT).equals("article")
        ? List.of(own, "metadata.json")
        : List.of(own);
  }

  private static UserException notJson(Path file, JsonProcessingException e) {
    return new UserException(file + ", line " + StrictJson.line(e) + ": " + StrictJson.fault(e));
  }
}
