package org.pullquote.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pullquote.article.Article;
import org.pullquote.names.WhoIsWho;
import org.pullquote.search.OtherReader;
import org.pullquote.search.PassageSearch;
import org.pullquote.search.TextModel;

/**
 * Searches of articles that are read by one of several readers each, in turn: of readers in
 * training, each article can so be read by one that was not trained on it.
 */
final class ReadersInTurn implements AutoCloseable {

  private final List<OtherReader> readers = new ArrayList<>();
  private int next;

  /**
   * @param model reads all but questions and passages together; not closed with this
   * @param files the readers, as ONNX
   * @throws UserException if a file cannot be read, or is no reader
   */
  ReadersInTurn(TextModel model, Program program, List<Path> files) throws UserException {
    for (Path file : files) {
      try {
        readers.add(
            new OtherReader(model, TextFiles.bytes(program.resolve(file), file.toString())));
      } catch (IllegalStateException e) {
        throw new UserException(file + ": is no reader that runs here; name one of export.py's");
      }
    }
  }

  /** A new index of the next article. */
  PassageSearch search(Article article, WhoIsWho names) {
    return Program.search(article, names, readers.get(next++ % readers.size()));
  }

  @Override
  public void close() {
    readers.forEach(OtherReader::close);
  }
}
