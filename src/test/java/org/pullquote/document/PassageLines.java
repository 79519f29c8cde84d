package org.pullquote.document;

import java.util.List;
import org.pullquote.article.Passage;
import org.pullquote.text.ReadResult;

/** What was read, in a form to compare: {@code c1: The mayor waves | AP | https://…}. */
final class PassageLines {

  private PassageLines() {}

  static List<String> of(ReadResult result) {
    return result.article().passages().stream().map(PassageLines::line).toList();
  }

  private static String line(Passage passage) {
    String credit = passage.credit() == null ? "" : " | " + passage.credit();
    String image = passage.image() == null ? "" : " | " + passage.image();
    return passage.id() + ": " + passage.text() + credit + image;
  }
}
