package org.pullquote.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.pullquote.article.Metadata;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.article.StrictJson;
import org.pullquote.library.ArticleFileName;
import org.pullquote.reading.ArticleReader;
import org.pullquote.reading.PassageListReader;
import org.pullquote.reading.Source;
import org.pullquote.reading.UnreadableException;
import org.pullquote.text.ReadResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads article files. Beside {@code NAME.txt}, or a file with another ending, its metadata may
 * stand in {@code NAME.metadata.json}; for {@code article.txt} also in {@code metadata.json}.
 */
final class ArticleFiles {

  private static final Logger log = LoggerFactory.getLogger(ArticleFiles.class);

  private static final Set<String> METADATA_FIELDS =
      Set.of("title publisher authors published url language aliases source notes".split(" "));

  private final ArticleReader reader;

  ArticleFiles(SentenceSplitter splitter) {
    this.reader = new ArticleReader(splitter);
  }

  /**
   * Reads an article.
   *
   * @throws UserException naming the file and what is wrong with it
   */
  ReadResult read(Path file) throws UserException {
    byte[] bytes = TextFiles.bytes(file, file.toString());
    try {
      return reader.read(Source.file(file.getFileName().toString(), bytes), metadata(file));
    } catch (UnreadableException e) {
      String line = e.line() > 0 ? ", line " + e.line() : "";
      throw new UserException(file + line + ": " + e.getMessage());
    }
  }

  private static Metadata metadata(Path article) throws UserException {
    for (String candidate : ArticleFileName.metadata(article.getFileName().toString())) {
      Path file = article.resolveSibling(candidate);
      if (Files.exists(file)) {
        try {
          JsonNode json = StrictJson.read(TextFiles.read(file, file.toString()));
          json.fieldNames().forEachRemaining(field -> warnOfUnknown(file, field));
          return PassageListReader.metadata(json);
        } catch (JsonProcessingException e) {
          throw new UserException(
              file + ", line " + StrictJson.line(e) + ": " + StrictJson.fault(e));
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
}
