package org.pullquote.app;

import org.pullquote.article.Metadata;
import org.pullquote.library.ArticleDesk.Submission;
import org.pullquote.library.LibraryException;
import org.pullquote.library.SubmissionReader;
import org.pullquote.reading.ArticleReader;
import org.pullquote.reading.Source;
import org.pullquote.reading.UnreadableException;
import org.pullquote.text.ReadResult;
import org.pullquote.text.ReadResult.LeftOut;

/** Reads what administrators hand in as "./pullquote read" does. */
final class Submissions implements SubmissionReader {

  private final Program program;

  Submissions(Program program) {
    this.program = program;
  }

  @Override
  public Submission file(String name, byte[] content) throws LibraryException {
    try {
      return submission(
          new ArticleReader(program.splitter()).read(Source.file(name, content), Metadata.NONE));
    } catch (UnreadableException e) {
      throw new LibraryException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Submission link(String url) throws LibraryException {
    try {
      return submission(program.read(url));
    } catch (UserException e) {
      throw new LibraryException(String.valueOf(e.getMessage()));
    }
  }

  private static Submission submission(ReadResult result) {
    return new Submission(result.article(), result.leftOut().stream().map(LeftOut::text).toList());
  }
}
